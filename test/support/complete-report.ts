import type { Report } from '../../src/report/report';
import { theContainer } from './evidence';
import { reportOf } from './report-builder';
import { sampleFacts, sampleLab } from './sample-report';

/** The sample lab on a host where everything could be found out: every outcome but `error`. */
export const complete: Report = reportOf(sampleLab, [...sampleFacts, ...theContainer(null, 'broken')]);
