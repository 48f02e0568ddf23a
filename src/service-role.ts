/** The parts of the service; each may run in a process of its own. */
export const SERVICE_ROLES = ['bot', 'planner', 'worker', 'web'] as const;

export type ServiceRole = (typeof SERVICE_ROLES)[number];
