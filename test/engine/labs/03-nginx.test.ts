import { isLasting, proveLab } from '../../support/labs/prove-lab';

proveLab('03-nginx', { 'reference.session': isLasting, 'wrong/container-restarted.session': isLasting });
