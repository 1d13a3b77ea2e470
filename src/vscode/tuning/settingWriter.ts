import * as vscode from 'vscode';
import { SETTINGS, type SettingDefinition, type SettingKey, type SettingScope } from '../../core/settings.ts';
import type { InspectedSetting, SettingTexts } from '../../core/tuning/settingViews.ts';

const SECTION = 'andon';

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, SettingTexts>> };
  };
}

/** What VS Code shows of our settings: the texts stand in package.json alone. */
export function settingTexts(
  extension: vscode.Extension<unknown>,
): (key: SettingKey) => SettingTexts | undefined {
  const { properties } = (extension.packageJSON as Manifest).contributes.configuration;
  return key => properties[`${SECTION}.${key}`];
}

export function inspectSetting(key: SettingKey): InspectedSetting {
  const found = vscode.workspace.getConfiguration(SECTION).inspect(key);
  const user = found?.globalValue;
  const workspace = mayBeOfWorkspace(key)
    ? (found?.workspaceFolderValue ?? found?.workspaceValue)
    : undefined;
  return { user, workspace };
}

/** Writes where the value comes from: for the user, unless one of the workspace stands before it. Rejects for what it cannot be. */
export async function writeSetting(key: SettingKey, value: unknown): Promise<void> {
  const { schema }: SettingDefinition<unknown> = SETTINGS[key];
  if (!schema.safeParse(value).success) throw new RangeError(`andon.${key} cannot be that.`);
  await vscode.workspace.getConfiguration(SECTION).update(key, value, targetOf(key));
}

/** Takes back what was written, there where it stands. */
export async function resetSetting(key: SettingKey): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update(key, undefined, targetOf(key));
}

function targetOf(key: SettingKey): vscode.ConfigurationTarget {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  if (!mayBeOfWorkspace(key)) return Global;
  const found = vscode.workspace.getConfiguration(SECTION).inspect(key);
  if (found?.workspaceFolderValue !== undefined) return WorkspaceFolder;
  return found?.workspaceValue === undefined ? Global : Workspace;
}

function mayBeOfWorkspace(key: SettingKey): boolean {
  const { scope }: { readonly scope: SettingScope } = SETTINGS[key];
  return scope === 'window' || scope === 'resource';
}
