import { formatNames } from '../../report/formats/names';

const formats = formatNames.join(', ');

/** The French of each text of `--help`, by its English one; without a text that is not here, help would be half English. */
export const frenchHelp: Readonly<Record<string, string>> = {
  // What Commander adds.
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'output the version number': 'afficher la version',
  'display help for command': 'afficher l’aide de la commande',

  // The program, and options that several commands have.
  'Grades Docker labs: looks at this machine’s Docker host and explains every verdict.':
    'Corrige des TP Docker : examine l’hôte Docker de cette machine et explique chaque verdict.',
  'language of the report': 'langue des messages',
  'the engine, as DOCKER_HOST names it': 'le moteur, écrit comme dans DOCKER_HOST',
  'the engine of this docker context': 'le moteur de ce contexte Docker',
  'folder of the labs': 'dossier des TP',
  'the answers to the lab’s questions, if not answers.yaml beside the lab':
    'les réponses aux questions du TP (par défaut : answers.yaml, à côté du TP)',

  // grade
  'say what holds on this Docker host, and the mark': 'dire ce qui est juste sur cet hôte Docker, et la note',
  'folder of hand-written graders': 'dossier des tests Jest écrits à la main',
  [`write a report: ${formats}`]: `écrire un rapport : ${formats}`,
  'sign each JSON report with this private key, or that of VIGIE_SIGNING_KEY':
    'signer chaque rapport JSON avec cette clé privée, ou celle de VIGIE_SIGNING_KEY',
  'play what was handed in on a disposable engine, and grade what it leaves':
    'jouer ce rendu sur un moteur jetable, et noter ce qu’il y laisse',
  'for playing it, such as 5m': 'durée maximale pour le jouer, par exemple 5m',
  'what is graded, for the signature': 'l’identifiant de ce qui est noté, inscrit dans la signature',
  'keep what was seen, to judge it again': 'garder le relevé de ce qui a été vu, pour le juger à nouveau',
  'judge saved evidence instead of looking at the host': 'juger un relevé gardé au lieu d’examiner l’hôte',
  'the pass mark, instead of the labs’ own': 'le seuil de réussite, à la place de celui des TP',
  'graded: exit code 0 whatever the mark, 3 when it is incomplete':
    'graded : code de sortie 0 quelle que soit la note, 3 si elle est incomplète',
  'show every check of each lab, not only what to do next':
    'montrer chaque vérification de chaque TP, et pas seulement ce qu’il faut faire maintenant',
  'only print what would be asked of the host': 'afficher seulement ce qui serait demandé à l’hôte',
  'grade again whenever something happens on the host':
    'noter à nouveau dès qu’il se passe quelque chose sur l’hôte',
  'run only the Jest tests of that name': 'ne lancer que les tests Jest de ce nom',

  // watch, answer, record, doctor, demo
  'grade again whenever something happens on the host, and record what the engine forgets':
    'noter à nouveau dès qu’il se passe quelque chose sur l’hôte, et retenir ce que le moteur oublie',
  'write your answer to a question of a lab into its answers.yaml':
    'écrire votre réponse à une question d’un TP dans son answers.yaml',
  'the lab': 'le TP',
  'the question, such as container-id': 'la question, par exemple container-id',
  'your answer': 'votre réponse',
  'say what changes in lines that stay, as for a screen reader':
    'dire ce qui change par des lignes qui restent, comme il faut à un lecteur d’écran',
  'run your shell and write what you type to a session, without the answers':
    'lancer votre shell et écrire dans une session ce que vous tapez, sans ce qui s’affiche',
  'the session, my.session if not given': 'la session (par défaut : my.session)',
  'say which Docker engine would be graded, and whether it can be':
    'dire quel moteur Docker serait examiné, et s’il peut l’être',
  'play the labs on a disposable engine, grade them, and remove it all (root on Debian)':
    'jouer les TP sur un moteur jetable, les noter, puis tout supprimer (root, sous Debian)',

  // report, keys, verify-report
  'write a saved report (report.json) in another format':
    'écrire un rapport gardé (report.json) dans un autre format',
  [formats]: formats,
  'what --report json wrote': 'ce que --report json a écrit',
  'make a pair of keys: one signs reports, the other verifies them':
    'fabriquer une paire de clés : l’une signe les rapports, l’autre les vérifie',
  'where to put them': 'où les ranger',
  'say whether a report is signed, unchanged, and the one that is expected':
    'dire si un rapport est signé, intact, et si c’est celui qui est attendu',
  'what --report json and --sign wrote': 'ce que --report json et --sign ont écrit',
  'the public key of who signed': 'la clé publique du signataire',
  'the lab, by id or path, that it has to be about':
    'le TP sur lequel le rapport doit porter (identifiant ou chemin)',
  'what has to have been graded': 'l’identifiant de ce qui doit avoir été noté',
  'refuse older looks at a host: ISO 8601': 'refuser un hôte examiné avant cette date (ISO 8601)',

  // lint, verify, draft
  'check labs without an engine': 'vérifier des TP, sans moteur',
  'prove labs: try them with wrong hosts, made from what their reference session left':
    'prouver des TP : les essayer sur des hôtes faux, faits à partir de ce que leur session de référence a laissé',
  'also play their sessions on a disposable engine (root on Debian)':
    'jouer aussi leurs sessions sur un moteur jetable (root, sous Debian)',
  'play the reference session, and keep what it leaves as reference evidence':
    'jouer la session de référence, et garder ce qu’elle laisse comme relevé de référence',
  'also write what was proved to this file': 'écrire aussi dans ce fichier ce qui est prouvé',
  'write a lab from what runs on this Docker host, to be edited':
    'ébaucher un TP d’après ce qui tourne sur cet hôte Docker ; vous le corrigez ensuite',
  'a container that students have to end up with': 'un conteneur que les étudiants doivent obtenir',
  'an image that they have to get': 'une image qu’ils doivent récupérer',
  'the id of the lab': 'l’identifiant du TP',

  // class
  'grade a whole class, and what comes of it': 'noter toute une classe, et tirer parti des résultats',
  'grade the students of a roster, or what is missing since the last time':
    'noter les étudiants d’une liste, ou ce qui manque depuis la dernière fois',
  'the class, roster.yaml': 'la classe : roster.yaml',
  'folder of the results': 'dossier des résultats',
  'only this part of the class': 'ne noter que cette part de la classe, par exemple 2/4',
  'how many students at a time': 'nombre d’étudiants traités à la fois',
  'how many submissions are played at a time, each on an engine of its own':
    'nombre de rendus joués à la fois, chacun sur son propre moteur',
  'how many engines are made ready meanwhile (as many as --rooms)':
    'nombre de moteurs préparés pendant ce temps (par défaut : autant que --rooms)',
  'for playing each of them, such as 5m': 'durée maximale pour jouer chacun, par exemple 5m',
  'refuse reports that this public key does not verify':
    'refuser les rapports que cette clé publique ne vérifie pas',
  'grade again also what is there': 'noter à nouveau même ce qui l’est déjà',
  'let paths lead out of the roster’s folder': 'permettre aux chemins de sortir du dossier de la liste',
  'put the results of shards together, whatever their order':
    'réunir les résultats des parts, dans n’importe quel ordre',
  'folders of results': 'dossiers de résultats',
  'a new folder': 'un nouveau dossier',
  'say who is missing': 'dire qui manque, d’après cette liste',
  'judge the saved evidence of a class again, with corrected labs':
    'juger à nouveau les relevés gardés d’une classe, avec des TP corrigés',
  'the folder of results': 'le dossier des résultats',
  'folder of the corrected labs': 'dossier des TP corrigés',
  'the folder of the roster, from which its paths lead': 'le dossier de la liste, d’où partent ses chemins',
  'let paths lead out of that folder': 'permettre aux chemins de sortir de ce dossier',
  'make a gradebook of the results of a class': 'faire un carnet de notes des résultats d’une classe',
  'the gradebook as a page': 'le carnet, en page Web',
  'for spreadsheets': 'pour un tableur',
  'for Moodle’s import of grades': 'pour importer les notes dans Moodle',
  'for the import of Canvas’s gradebook': 'pour importer les notes dans Canvas',
  'for programs, and for --since': 'pour des programmes, et pour --since',
  'an earlier gradebook (JSON): say what changed': 'un carnet antérieur (JSON) : dire ce qui a changé',
};
