/** What `event` checks say. `command`: what leaves such an event (`docker top ubuntu`), or the event in the engine's words. */
export interface EventMessages {
  'event.none': { readonly command: string; readonly name?: string };
  /** It should not have been done at all. */
  'event.happened': { readonly command: string; readonly count: number };
  'event.count': { readonly command: string; readonly count: number };
  'event.on-other-container': { readonly command: string; readonly name: string; readonly found: string };
  'event.on-earlier-container': { readonly command: string; readonly name: string };
  /** `docker run -it` and `docker start -ai` attach too, before the container runs. */
  'event.attached-by-run': { readonly name: string };
  /** A shell was opened with `docker exec`; `command` is what was run. */
  'event.exec-instead': { readonly name: string; readonly command: string };
  /** The processes were listed from inside. */
  'event.typed-inside': { readonly name: string; readonly typed: string };
  /** A `docker` command was typed in the container's own shell, where there is no docker. */
  'event.command-inside': { readonly name: string; readonly command: string };
  'event.ended-by-stop': { readonly name: string };
  'event.ended-by-restart': { readonly name: string };
  /** The terminal in which `docker run` ran was closed. */
  'event.ended-by-hangup': { readonly name: string };
  /** Ctrl-C in it. */
  'event.ended-by-interrupt': { readonly name: string };
  /** More than once, and not always in the same way. */
  'event.ended-often': { readonly name: string; readonly count: number };
  'event.ended-by-kill': { readonly name: string };
  /** Nobody sent a signal: its main process ended. `attached`: somebody was attached since that start. */
  'event.ended-by-itself': { readonly name: string; readonly attached: boolean };
}
