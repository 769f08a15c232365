// Seals a case and unseals it, sets a legal hold and lifts it: what each of them does is said before the button.

import { liftLegalHold, sealCase, setLegalHold, unsealCase, type CaseView } from '../../../casework/index.ts'
import { readForm } from '../../form-reader.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { askedCase, casePath, goTo, isAgain, sentVersion, viewFor } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { StateTags } from './case-head.tsx'
import { caseworkOf } from './casework-of.ts'

const steps = {
  seal: { act: sealCase, did: 'sealed' },
  unseal: { act: unsealCase, did: 'unsealed' },
  hold: { act: setLegalHold, did: 'held' },
  lift: { act: liftLegalHold, did: 'lifted' },
} as const

type Step = keyof typeof steps

const isStep = (text: string): text is Step => Object.hasOwn(steps, text)

export const sealForm: StaffHandler = (visit) => sealPage(visit, {})

export const changeSeal: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const step = form.one('to')
  if (isAgain(form) || !isStep(step)) return sealPage(visit, {})
  const read = { id: askedCase(visit), version: sentVersion(form) }
  const done = await steps[step].act(caseworkOf(visit), visit.signedIn, read)
  if (done.ok) return goTo(visit, casePath(read.id, afterDoing(steps[step].did)))
  const at = step === 'seal' || step === 'unseal' ? 'seal' : 'hold'
  return sealPage(visit, { [at]: visit.say(`cases.fault.${done.reason}`) })
}

async function sealPage(visit: StaffVisit, errors: FieldErrors): Promise<Response> {
  const view = await viewFor(visit, 'seal')
  const { say } = visit
  const children = (
    <>
      <p class="fb-states">
        <StateTags say={say} view={view} />
      </p>
      <StepForm visit={visit} view={view} id="seal" step={view.sealed ? 'unseal' : 'seal'} />
      <StepForm visit={visit} view={view} id="hold" step={view.legalHold ? 'lift' : 'hold'} />
    </>
  )
  return actionPage({ visit, view, title: say('cases.seal'), errors, children })
}

type FormParts = {
  readonly visit: StaffVisit
  readonly view: CaseView
  readonly id: 'seal' | 'hold'
  readonly step: Step
}

const StepForm = ({ visit, view, id, step }: FormParts) => {
  const { say } = visit
  return (
    <StaffForm visit={visit} action={casePath(view.id, '/seal')} id={id}>
      <h2>{say(`cases.seal.${step}`)}</h2>
      <p>{say(`cases.seal.${step}.what`)}</p>
      <input type="hidden" name="to" value={step} autocomplete="off" />
      <input type="hidden" name="version" value={String(view.version)} autocomplete="off" />
      <Submit words={say(`cases.seal.${step}`)} />
    </StaffForm>
  )
}
