import { isLasting, proveLab } from '../../support/labs/prove-lab';

proveLab('01-hello-world', { 'reference.session': isLasting });
