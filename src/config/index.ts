export { copySample, createWorkspace } from './create-workspace.ts';
export { makeFolder } from './make-folder.ts';
export {
  openWorkspace,
  startWorkspace,
  type Workspace,
  workspaceFileName,
} from './open-workspace.ts';
export { productFolder } from './product-folder.ts';
export { type ModelSettings, readModelSettings } from './read-model-settings.ts';
export { type RoleName, roleNames } from './role-names.ts';
export type { WorkspaceFile } from './workspace-schema.ts';
