/** `PropertiesService` and `CacheService`. */
import type { PropertyScope } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost } from './host-bridge';

type Properties = GoogleAppsScript.Properties.Properties;
type PropertiesService = GoogleAppsScript.Properties.PropertiesService;
type Cache = GoogleAppsScript.Cache.Cache;
type CacheService = GoogleAppsScript.Cache.CacheService;

const DEFAULT_CACHE_SECONDS = 600;

function stringValues(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}

class LocalProperties implements Emulates<LocalProperties, Properties> {
  constructor(private readonly scope: PropertyScope) {}
  getProperty(key: string): string | null {
    return callHost('Properties.getProperty', this.scope, String(key));
  }
  getProperties(): Record<string, string> {
    return callHost('Properties.getProperties', this.scope);
  }
  getKeys(): string[] {
    return Object.keys(this.getProperties());
  }
  setProperty(key: string, value: string): Properties {
    return this.setProperties({ [key]: value });
  }
  setProperties(values: Record<string, string>, deleteAllOthers = false): Properties {
    callHost(
      'Properties.setProperties',
      this.scope,
      stringValues(values),
      deleteAllOthers ? 'delete' : 'keep',
    );
    return asGoogle<Properties>(this);
  }
  deleteProperty(key: string): Properties {
    callHost('Properties.deleteProperty', this.scope, String(key));
    return asGoogle<Properties>(this);
  }
  deleteAllProperties(): Properties {
    return this.setProperties({}, true);
  }
}

class LocalPropertiesService implements Emulates<LocalPropertiesService, PropertiesService> {
  getScriptProperties(): Properties {
    return asGoogle<Properties>(new LocalProperties('script'));
  }
  getDocumentProperties(): Properties {
    return asGoogle<Properties>(new LocalProperties('document'));
  }
  getUserProperties(): Properties {
    return asGoogle<Properties>(new LocalProperties('user'));
  }
}

class LocalCache implements Emulates<LocalCache, Cache> {
  constructor(private readonly scope: PropertyScope) {}
  get(key: string): string | null {
    return this.getAll([key])[key] ?? null;
  }
  getAll(keys: string[]): Record<string, string> {
    return callHost('Cache.getAll', this.scope, keys);
  }
  put(key: string, value: string, seconds = DEFAULT_CACHE_SECONDS): void {
    this.putAll({ [key]: value }, seconds);
  }
  putAll(values: Record<string, unknown>, seconds = DEFAULT_CACHE_SECONDS): void {
    callHost('Cache.putAll', this.scope, stringValues(values), seconds);
  }
  remove(key: string): void {
    this.removeAll([key]);
  }
  removeAll(keys: string[]): void {
    callHost('Cache.removeAll', this.scope, keys);
  }
}

class LocalCacheService implements Emulates<LocalCacheService, CacheService> {
  getScriptCache(): Cache {
    return asGoogle<Cache>(new LocalCache('script'));
  }
  getDocumentCache(): Cache | null {
    return asGoogle<Cache>(new LocalCache('document'));
  }
  getUserCache(): Cache {
    return asGoogle<Cache>(new LocalCache('user'));
  }
}

emulates('PropertiesService', LocalPropertiesService);
emulates('Properties', LocalProperties);
emulates('CacheService', LocalCacheService);
emulates('Cache', LocalCache);

export const makePropertiesService = (): PropertiesService =>
  asGoogle<PropertiesService>(new LocalPropertiesService());
export const makeCacheService = (): CacheService => asGoogle<CacheService>(new LocalCacheService());
