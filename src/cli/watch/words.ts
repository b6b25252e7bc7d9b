import type { Language } from '../../text/language';

interface Words {
  readonly looking: string;
  readonly looked: (time: string) => string;
  /** `seconds`: from the event until this could be read. */
  readonly lookedAfter: (time: string, seconds: string) => string;
  readonly stirred: string;
  readonly asking: string;
  readonly unrecorded: string;
  readonly down: (time: string) => string;
  readonly back: string;
  readonly stop: string;
  readonly moreTasks: (count: number) => string;
  readonly moreLabs: (count: number) => string;
  readonly moreLines: (count: number) => string;
}

/** What `watch` says besides the report's own words. */
export const words: Readonly<Record<Language, Words>> = {
  fr: {
    looking: 'Premier regard…',
    looked: (time) => `Vu à ${time}`,
    lookedAfter: (time, seconds) => `Vu à ${time}, ${seconds} s après le dernier événement`,
    stirred: 'du nouveau, nouveau regard…',
    asking: 'un test du TP s’exécute…',
    unrecorded: 'rien n’est enregistré',
    down: (time) => `moteur injoignable depuis ${time}, nouvel essai…`,
    back: 'le moteur répond à nouveau',
    stop: 'Ctrl-C pour finir',
    moreTasks: (count) => `${count} ${count < 2 ? 'autre tâche' : 'autres tâches'}`,
    moreLabs: (count) => `${count} ${count < 2 ? 'autre TP' : 'autres TP'}`,
    moreLines: (count) => `${count} ${count < 2 ? 'autre ligne' : 'autres lignes'}`,
  },
  en: {
    looking: 'First look…',
    looked: (time) => `Looked at ${time}`,
    lookedAfter: (time, seconds) => `Looked at ${time}, ${seconds} s after the last event`,
    stirred: 'something happened, looking again…',
    asking: 'a test of the lab is running…',
    unrecorded: 'nothing is recorded',
    down: (time) => `no engine since ${time}, trying again…`,
    back: 'the engine answers again',
    stop: 'Ctrl-C to finish',
    moreTasks: (count) => `${count} more ${count === 1 ? 'task' : 'tasks'}`,
    moreLabs: (count) => `${count} more ${count === 1 ? 'lab' : 'labs'}`,
    moreLines: (count) => `${count} more ${count === 1 ? 'line' : 'lines'}`,
  },
};
