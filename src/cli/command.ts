// What a command of bin/footbridge is. Commands return an exit code; what stops them is a Problem.

export type Surroundings = {
  /** The folder of the installed project. */
  readonly home: string
  /** The folder of the finished build, with `assets/` in it. */
  readonly built: string
}

export type Command = {
  readonly name: string
  /** One line of the help. */
  readonly help: string
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>
}
