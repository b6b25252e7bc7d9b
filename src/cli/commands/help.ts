import { Help, type Argument, type Command, type Option } from 'commander';
import { typeset } from '../../messages/fr/typeset';
import type { Language } from '../../text/language';
import { wrap } from '../../text/terminal';
import { frenchHelp } from '../program/help-words';
import { argumentInFrench, placeholdersInFrench } from '../program/placeholders';
import type { AskedHelp } from '../program/program';

/** What `--help` prints. */
export function textOfHelp({ command, width }: AskedHelp, language: Language): string {
  const help = language === 'fr' ? new FrenchHelp() : new ShortHelp();
  help.helpWidth = width;
  return help.formatHelp(command, help);
}

/** Commander's own, without what makes the list of commands too wide for a terminal: each command has its arguments in its own help. */
class ShortHelp extends Help {
  override subcommandTerm(command: Command): string {
    return command.name();
  }

  override styleCommandDescription(text: string): string {
    return asSentence(text);
  }

  override optionDescription(option: Option): string {
    // Of an option that may be given several times: none is no default to tell.
    return Array.isArray(option.defaultValue) ? option.description : super.optionDescription(option);
  }

  // A space that does not break is kept by ours: no line begins with a colon.
  override boxWrap(text: string, width: number): string {
    return width < this.minWidthToWrap ? text : wrap(text, width).join('\n');
  }
}

class FrenchHelp extends ShortHelp {
  override styleTitle(title: string): string {
    return inFrench(title);
  }

  override commandUsage(command: Command): string {
    return placeholdersInFrench(super.commandUsage(command));
  }

  override commandDescription(command: Command): string {
    return inFrench(command.description());
  }

  override subcommandDescription(command: Command): string {
    return inFrench(command.description());
  }

  override optionTerm(option: Option): string {
    return placeholdersInFrench(super.optionTerm(option));
  }

  override optionDescription({ description, argChoices, defaultValue }: Option): string {
    const given: unknown = defaultValue;
    const notes = [
      ...(argChoices ? [`valeurs possibles : ${argChoices.join(', ')}`] : []),
      ...(typeof given === 'string' ? [`par défaut : ${given}`] : []),
    ];
    return inFrench(description) + (notes.length === 0 ? '' : typeset(` (${notes.join(' ; ')})`));
  }

  override argumentTerm(argument: Argument): string {
    return argumentInFrench(super.argumentTerm(argument));
  }

  override argumentDescription({ description }: Argument): string {
    return inFrench(description);
  }
}

/** What stands in a list of commands, on its own. */
const asSentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');

const inFrench = (text: string): string => typeset(frenchHelp[text] ?? text);
