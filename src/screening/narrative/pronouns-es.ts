// Pronouns written as one word with a Spanish verb: verla, dímelo, vendiéndosela.

const single = ['me', 'te', 'se', 'nos', 'lo', 'la', 'los', 'las', 'le', 'les']

const pairs = ['me', 'te', 'se', 'nos'].flatMap((first) => ['lo', 'la', 'los', 'las'].map((second) => first + second))

const ends = ['', ...single, ...pairs, 'seme', 'sele', 'seles', 'senos']

/** The form alone first, then with each pronoun and each common pair. */
export const withPronouns = (form: string): readonly string[] => ends.map((end) => form + end)
