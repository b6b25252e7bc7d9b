import type { Language } from '../../text/language';

interface Words {
  readonly looking: string;
  readonly lastLook: (time: string) => string;
  readonly engine: (version: string) => string;
  readonly recording: string;
  readonly down: (time: string) => string;
  readonly back: string;
  readonly stop: string;
  readonly jest: string;
}

/** What `watch` says besides the report's own words. */
export const words: Readonly<Record<Language, Words>> = {
  fr: {
    looking: 'Premier regard…',
    lastLook: (time) => `vu à ${time}`,
    engine: (version) => `moteur ${version}`,
    recording: 'enregistrement',
    down: (time) => `moteur injoignable depuis ${time}, nouvel essai…`,
    back: 'le moteur répond à nouveau',
    stop: 'Ctrl-C pour finir',
    jest: 'sera vérifié par npm run grade',
  },
  en: {
    looking: 'First look…',
    lastLook: (time) => `seen at ${time}`,
    engine: (version) => `engine ${version}`,
    recording: 'recording',
    down: (time) => `no engine since ${time}, trying again…`,
    back: 'the engine answers again',
    stop: 'Ctrl-C to finish',
    jest: 'is checked by npm run grade',
  },
};
