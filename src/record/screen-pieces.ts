/** What a terminal shows next, or that a program takes the whole screen or gives it back. */
export type ScreenPiece = { readonly text: string } | { readonly isFullScreen: boolean };

const fullScreenSwitch = /(\x1b\[\?(?:1049|1047|47)[hl])/;

/** Takes what is shown apart at the switches of the screen; a sequence may come in two pieces. */
export class ScreenPieces {
  #tail = '';

  take(data: string): readonly ScreenPiece[] {
    let rest = this.#tail + data;
    this.#tail = '';
    const cut = /\x1b(?:\[\??\d{0,4})?$/.exec(rest);
    if (cut) {
      this.#tail = cut[0];
      rest = rest.slice(0, cut.index);
    }
    // Every other piece is what the pattern caught.
    return rest
      .split(fullScreenSwitch)
      .map((piece, index) => (index % 2 === 1 ? { isFullScreen: piece.endsWith('h') } : { text: piece }));
  }
}
