import { certificate } from './certificate.ts';
import { complaintAnswer } from './complaint-answer.ts';
import { decision } from './decision.ts';
import { minutes } from './minutes.ts';
import type { Paper, PaperName } from './paper.ts';
import { postedList } from './posted-list.ts';
import { refusal } from './refusal.ts';
import { leavingRequest, reviewRequest } from './requests.ts';

/** Every paper that can be made, by its name. */
export const papers: Readonly<Record<PaperName, Paper>> = {
  'review-request': reviewRequest,
  'leaving-request': leavingRequest,
  minutes,
  'posted-list': postedList,
  'complaint-answer': complaintAnswer,
  decision,
  certificate,
  refusal,
};
