/** The scale of a draft. */
export const scale = 20;

/** Whole points as long as there are enough for all; what is left over goes to the last tasks, where the work shows. */
export function sharePoints(tasks: number): readonly number[] {
  const parts = tasks <= scale ? 1 : 100;
  const each = Math.floor((scale * parts) / tasks);
  const rest = scale * parts - each * tasks;
  return Array.from({ length: tasks }, (_, index) => (each + (index >= tasks - rest ? 1 : 0)) / parts);
}
