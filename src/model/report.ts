import type { Headline } from './assessment.ts';

/**
 * The published object `timbang.assessment/1`: an assessment with the words of one language. Its exact shape is
 * `schemas/assessment.schema.json`; fields are only ever added.
 */
export interface Report {
  readonly schema: 'timbang.assessment/1';
  readonly toolVersion: string;
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  readonly lang: string;
  readonly headline: Headline;
  readonly facts: readonly { readonly id: string; readonly answer: string; readonly from: string; readonly text: string }[];
  readonly contradiction: readonly string[];
  readonly topics: readonly { readonly id: string; readonly state: string; readonly text: string }[];
  readonly actions: readonly ReportAction[];
  readonly dilemmas: readonly ReportDilemma[];
  readonly principles: readonly {
    readonly id: string; readonly text: string; readonly status: string;
    readonly to: readonly { readonly principle: string; readonly action: string; readonly through: Through }[];
    readonly dependsOn: readonly string[];
  }[];
  readonly escalation: readonly ReportStep[];
  readonly safeguards: readonly {
    readonly action: string; readonly text: string; readonly phase: string; readonly verdict: string;
    readonly owed: string; readonly if: unknown; readonly because: readonly string[]; readonly sources: readonly string[];
  }[];
  readonly meanwhile: {
    readonly settledFor: readonly string[];
    readonly settledAgainst: readonly string[];
    readonly asIf: {
      readonly facts: readonly { readonly fact: string; readonly value: string; readonly because: string }[];
      readonly actions: readonly {
        readonly id: string; readonly verdict: string; readonly prepare: boolean;
        readonly askFirst: readonly string[]; readonly brings: readonly unknown[];
      }[];
    };
  };
  readonly partings: readonly {
    readonly action: string;
    readonly byKind: Readonly<Record<string, { readonly verdict: string; readonly rules: readonly string[] }>>;
    readonly settledBy: string | null;
    readonly step: string | null;
  }[];
  readonly findOut: readonly {
    readonly fact: string; readonly ask: string;
    readonly changes: readonly { readonly answer: string; readonly verdicts: Readonly<Record<string, string>> }[];
  }[];
  readonly nearestChange: readonly {
    readonly action: string; readonly to: string; readonly kind: string; readonly set: Readonly<Record<string, string>>;
  }[];
  readonly conduct: readonly { readonly id: string; readonly text: string }[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly sources: readonly string[] }[];
  readonly packFaults: readonly unknown[];
}

export type Through = { readonly priority: string } | 'grade' | 'not-together';

export interface ReportRule {
  readonly id: string; readonly verdict: string; readonly principle: string; readonly because: string;
  readonly source: {
    readonly id: string; readonly kind: string; readonly title: string;
    readonly place: string | null; readonly checked: { readonly how: string; readonly on: string };
  };
  readonly facts: readonly string[];
  readonly standing: boolean;
  readonly possible: boolean;
  readonly setAsideBy: readonly { readonly rule: string; readonly through: Through }[];
}

export interface ReportAction {
  readonly id: string; readonly text: string; readonly kind: string; readonly phase: string;
  readonly about: readonly string[]; readonly verdict: string; readonly through: 'own' | 'not-together';
  readonly grade: 'duty' | 'advice' | null; readonly possible: readonly string[]; readonly exact: boolean;
  readonly dependsOn: readonly string[]; readonly notTogetherWith: readonly string[];
  readonly contestedWith: readonly string[]; readonly considering: boolean;
  readonly decided: 'do' | 'do-not' | null; readonly unmet: boolean;
  readonly because: readonly string[]; readonly sources: readonly string[];
  readonly rules: readonly ReportRule[];
}

export interface ReportDilemma {
  readonly id: string | null; readonly grade: string; readonly actions: readonly string[];
  readonly waysOut: readonly { readonly do: readonly string[]; readonly leave: readonly string[]; readonly because: readonly string[] }[];
  readonly more: boolean;
}

export interface ReportStep {
  readonly id: string; readonly to: string; readonly within: string; readonly from: string; readonly text: string;
  readonly tell: string; readonly withhold: string | null; readonly owed: string; readonly if: unknown;
  readonly phase: string; readonly because: string; readonly sources: readonly string[];
  readonly dependsOn: readonly string[];
  readonly contacts: readonly { readonly id: string; readonly text: string; readonly checked: string; readonly checkAgain: string }[];
  readonly fallback: readonly string[];
  readonly reachable: string; readonly insteadOf: string | null; readonly prepare: boolean;
}
