import type { CheckKind } from '../../kind';

export const nearMisses: CheckKind['nearMisses'] = [];
