export { copySample, createWorkspace } from './create-workspace.ts';
export {
  openWorkspace,
  startWorkspace,
  type Workspace,
  workspaceFileName,
} from './open-workspace.ts';
export { productFolder } from './product-folder.ts';
export type { WorkspaceFile } from './workspace-schema.ts';
