/** What `package` checks say; `name` is the container's. */
export interface PackageMessages {
  /** `typed`: its installation was typed in this very container, and what became of that the console does not say. */
  'package.absent': {
    readonly package: string;
    readonly manager: string;
    readonly name: string;
    readonly typed?: true;
  };
  /** apt asked whether to go on, and the answer was not yes: empty for Ctrl-D, `^C` for Ctrl-C. `yes` is the letter that it takes. */
  'package.declined': {
    readonly package: string;
    readonly name: string;
    readonly yes: string;
    readonly answer: string;
  };
  /** apt asks whether to go on, and nobody has answered yet. */
  'package.unanswered': { readonly package: string; readonly name: string; readonly yes: string };
  /** Its installation has begun and not ended. */
  'package.installing': { readonly package: string; readonly name: string; readonly command: string };
  /** Its installation was typed in this container, and the console shows why it failed. */
  'package.install-failed': {
    readonly package: string;
    readonly name: string;
    readonly command: string;
    readonly said: string;
  };
  /** Not installed, and `apt update` was never run: `apt install` cannot have found anything. */
  'package.index-never-fetched': { readonly package: string; readonly name: string; readonly typed?: true };
  /** Not installed in this container, which took the name of an earlier one that was removed. */
  'package.fresh-container': { readonly package: string; readonly name: string };
  /** Nothing was installed here, and a container of the same image that the lab does not name runs beside it. */
  'package.perhaps-elsewhere': { readonly package: string; readonly name: string; readonly other: string };
  /** Removed; only its configuration is left. */
  'package.removed': { readonly package: string; readonly name: string };
  /** Unpacked, but the installation was interrupted. */
  'package.half-installed': { readonly package: string; readonly name: string };
  /** `nginx-light` where `nginx` was asked for. */
  'package.variant': {
    readonly package: string;
    readonly manager: string;
    readonly name: string;
    readonly found: string;
  };
  /** Another program for the same purpose: `apache2` where `nginx` was asked for. */
  'package.rival': {
    readonly package: string;
    readonly manager: string;
    readonly name: string;
    readonly found: string;
  };
  'package.no-database': { readonly package: string; readonly name: string };
  'package.other-version': { readonly package: string; readonly version: string };
}
