import type { Doc } from '../core/activity/signal.ts';
import type { Connection, Statement } from './connection.ts';

/** The number that stands for no name. */
const NONE = 0;

/**
 * Names by number and numbers by name. New names are written in the transaction under way; a rolled-back one leaves nothing
 * remembered, since all is then forgotten and asked for again.
 */
class Dictionary {
  private readonly select: Statement<[id: number]>;
  private readonly insert: Statement<[id: number]>;
  private readonly selectName: Statement<[name: string]>;
  private readonly ids = new Map<string, number>();
  private names: (string | undefined)[] = [];

  constructor(connection: Connection, table: string) {
    this.select = connection.statement(`SELECT id FROM ${table} WHERE name = ?`);
    this.insert = connection.statement(`INSERT INTO ${table} (name) VALUES (?) RETURNING id`);
    this.selectName = connection.statement(`SELECT name FROM ${table} WHERE id = ?`);
  }

  /** To be asked within a writing transaction. */
  idOf(name: string | null): number {
    if (name === null) return NONE;
    let id = this.ids.get(name);
    if (id === undefined) {
      id = (this.select.get(name) ?? this.insert.get(name))?.[0] ?? NONE;
      this.ids.set(name, id);
    }
    return id;
  }

  /** null for `NONE`, and for a name that was erased. */
  nameOf(id: number): string | null {
    if (id === NONE) return null;
    const known = this.names[id];
    if (known !== undefined) return known;
    const name = this.selectName.get(id)?.[0];
    if (name === undefined) return null;
    this.names[id] = name;
    return name;
  }

  clear(): void {
    this.ids.clear();
    this.names = [];
  }
}

/** Files are named by project and path together. */
class FileDictionary {
  private readonly projects: Dictionary;
  private readonly select: Statement<[id: number]>;
  private readonly insert: Statement<[id: number]>;
  private readonly selectName: Statement<[project: number, path: string]>;
  private readonly ids = new Map<number, Map<string, number>>();
  private names: (FileName | undefined)[] = [];

  constructor(connection: Connection, projects: Dictionary) {
    this.projects = projects;
    this.select = connection.statement('SELECT id FROM file WHERE project = ? AND path = ?');
    this.insert = connection.statement('INSERT INTO file (project, path) VALUES (?, ?) RETURNING id');
    this.selectName = connection.statement('SELECT project, path FROM file WHERE id = ?');
  }

  /** To be asked within a writing transaction. */
  idOf(project: string | null, path: string | null): number {
    if (path === null) return NONE;
    const projectId = this.projects.idOf(project);
    let paths = this.ids.get(projectId);
    if (!paths) {
      paths = new Map<string, number>();
      this.ids.set(projectId, paths);
    }
    let id = paths.get(path);
    if (id === undefined) {
      id = (this.select.get(projectId, path) ?? this.insert.get(projectId, path))?.[0] ?? NONE;
      paths.set(path, id);
    }
    return id;
  }

  nameOf(id: number): FileName | null {
    if (id === NONE) return null;
    const known = this.names[id];
    if (known) return known;
    const row = this.selectName.get(id);
    if (!row) return null;
    const name = { project: this.projects.nameOf(row[0]), path: row[1] };
    this.names[id] = name;
    return name;
  }

  clear(): void {
    this.ids.clear();
    this.names = [];
  }
}

export interface FileName {
  readonly project: string | null;
  readonly path: string;
}

/** All dictionaries of a connection. */
export class Names {
  readonly project: Dictionary;
  readonly language: Dictionary;
  readonly branch: Dictionary;
  readonly item: Dictionary;
  readonly window: Dictionary;
  readonly file: FileDictionary;
  /** By file and language. Numbers are dense, and an array is read faster than a map. */
  private docs: (Doc | undefined)[][] = [];

  constructor(connection: Connection) {
    this.project = new Dictionary(connection, 'project');
    this.language = new Dictionary(connection, 'language');
    this.branch = new Dictionary(connection, 'branch');
    this.item = new Dictionary(connection, 'item');
    this.window = new Dictionary(connection, 'window');
    this.file = new FileDictionary(connection, this.project);
    connection.whenSettled(isCommitted => {
      if (!isCommitted) this.clear();
    });
  }

  /** One object for each document, however many rows name it. */
  docOf(fileId: number, languageId: number): Doc | null {
    let ofFile = this.docs[fileId];
    const known = ofFile?.[languageId];
    if (known) return known;
    const file = this.file.nameOf(fileId);
    if (!file) return null;
    const doc = { project: file.project, path: file.path, language: this.language.nameOf(languageId) ?? '' };
    if (!ofFile) {
      ofFile = [];
      this.docs[fileId] = ofFile;
    }
    ofFile[languageId] = doc;
    return doc;
  }

  clear(): void {
    for (const each of [this.project, this.language, this.branch, this.item, this.window]) each.clear();
    this.file.clear();
    this.docs = [];
  }
}
