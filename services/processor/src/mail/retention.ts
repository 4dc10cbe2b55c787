/** A late message must still find that its mail was dealt with: longer than queue retention and redrive together. */
export const finishedMailDays = 60;
