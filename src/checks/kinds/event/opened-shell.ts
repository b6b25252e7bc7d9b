/** The event of a shell to type in, opened with `docker exec`: `bash -c true` runs one command and ends. */
export const openedShell = /^exec_start: (?:\S*\/)?(?:ba|da|a|z)?sh\b(?!.*\s-[a-z]*c\b)/;
