import { isLasting, proveLab } from '../../support/labs/prove-lab';
import { allOf, isAsRecorded } from '../../support/labs/recorded-look';

proveLab('03-nginx', {
  'reference.session': allOf(isAsRecorded('03-nginx'), isLasting),
  'wrong/container-restarted.session': isLasting,
});
