import { look as lookUp, type Evidence } from '../evidence/evidence';
import { judgeLab } from '../judge/judge-lab';
import { planRemedies } from '../remedy/plan-remedies';
import { makeReport } from '../report/make-report';
import type { Report } from '../report/report';
import { score } from '../score/score';
import type { Lab } from '../spec/lab';
import { graderVersion } from './version';

/** From evidence to a report: judging, scoring, planning what to do next and laying out, all pure. */
export function gradeLab(lab: Lab, evidence: Evidence): Report {
  const verdict = judgeLab(lab, evidence);
  const remedies = planRemedies(lab, verdict, (request) => lookUp(evidence, request));
  return makeReport(lab, evidence, verdict, score(lab, verdict), graderVersion, remedies);
}
