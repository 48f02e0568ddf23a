/** The JSON lines of `nhachan read --json`, a public contract: fields are added, never renamed. */
import { deadlineJson } from '../domain/deadline/json.ts';
import type { ReadPlan } from './plan.ts';

export function planJson(plan: ReadPlan): object[] {
  const { number, issuedOn, issuer, title, year, signer } = plan.facts;
  return [
    { type: 'plan', number, date: issuedOn, issuer, title, year, signer },
    ...plan.tasks.map(({ deadline, ...task }) => ({
      type: 'task',
      origin: task.origin,
      no: task.no,
      section: task.section,
      title: task.title,
      deadline: deadlineJson(deadline, year),
      lead: task.lead,
      support: task.support,
      assignment: task.assignment,
      detail: task.detail,
      product: task.product,
      evidence: task.evidence,
      steps: task.steps.map((step) => ({ ...step, deadline: deadlineJson(step.deadline, year) })),
      reported: task.reported,
      source: task.source,
    })),
    ...plan.unread.map(({ text, why, source }) => ({ type: 'unread', text, why, source })),
  ];
}
