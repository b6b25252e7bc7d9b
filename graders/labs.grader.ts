import { declareLabs } from 'vigie/jest';

declareLabs();
