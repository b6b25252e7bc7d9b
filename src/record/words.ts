/** Comments in a recorded session, for whoever reads it; sessions are in English, as their words are. */
export const commentLine = {
  head: '; Recorded by vigie record. Answers are left out; it can be read, corrected and played.',
  unseen: '; What was typed here was not shown, and is not recorded.',
  ahead:
    '; A line was typed before its prompt was there, and who read it could not be told: it is not recorded.',
  unclear: '; A line was typed here that the screen did not show clearly: it is not recorded.',
  several: '; Several lines were entered as one here, which a session cannot do: they are not recorded.',
  fullScreen: '; A program used the whole screen here: what was typed in it is not recorded.',
  suspended: '; Ctrl-Z was pressed here: a session has no such key.',
  cut: '; The recording has as many lines as a session may have, and ends here.',
} as const;
