import type { Headline } from './assessment.ts';

/**
 * The published object `timbang.assessment/1`: an assessment with the words of one language. Its exact shape is
 * `schemas/assessment.schema.json`; fields are only ever added.
 */
export interface Report {
  readonly schema: 'timbang.assessment/1';
  readonly toolVersion: string;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    readonly title: string;
    readonly place: string;
    readonly reviewed: string;
  };
  readonly lang: string;
  readonly headline: Headline;
  readonly facts: readonly {
    readonly id: string;
    readonly answer: string;
    readonly from: string;
    /** The answer in words. */
    readonly text: string;
    /** The question as it was asked. */
    readonly ask: string;
    /** The number behind a band, or the date by which it will be found out, as given. */
    readonly detail: string | null;
  }[];
  readonly contradiction: readonly string[];
  readonly topics: readonly { readonly id: string; readonly state: string; readonly text: string }[];
  readonly actions: readonly ReportAction[];
  readonly dilemmas: readonly ReportDilemma[];
  readonly principles: readonly {
    readonly id: string;
    readonly text: string;
    readonly name: string;
    readonly status: string;
    readonly to: readonly {
      readonly principle: string;
      readonly action: string;
      readonly through: Through;
    }[];
    readonly dependsOn: readonly string[];
  }[];
  readonly escalation: readonly ReportStep[];
  readonly safeguards: readonly {
    readonly action: string;
    readonly text: string;
    readonly phase: string;
    readonly verdict: string;
    readonly owed: string;
    readonly if: ReportIf;
    readonly because: readonly string[];
    readonly sources: readonly string[];
    readonly dependsOn: readonly string[];
    readonly prepare: boolean;
  }[];
  readonly meanwhile: {
    readonly settledFor: readonly string[];
    readonly settledAgainst: readonly string[];
    readonly asIf: {
      readonly facts: readonly { readonly fact: string; readonly value: string; readonly because: string }[];
      readonly actions: readonly {
        readonly id: string;
        readonly verdict: string;
        readonly prepare: boolean;
        readonly askFirst: readonly string[];
        readonly brings: readonly (
          | { readonly action: string; readonly verdict: string; readonly text: string }
          | { readonly step: string; readonly text: string }
        )[];
      }[];
      readonly steps: readonly {
        readonly id: string;
        readonly text: string;
        readonly prepare: boolean;
        readonly askFirst: readonly string[];
      }[];
    };
  };
  readonly partings: readonly {
    readonly action: string;
    readonly byKind: Readonly<
      Record<string, { readonly verdict: string; readonly rules: readonly string[] }>
    >;
    readonly settledBy: string | null;
    /** The step owed because of it, where nothing settles it. */
    readonly step: string | null;
    readonly stepText: string | null;
  }[];
  readonly findOut: readonly {
    readonly fact: string;
    readonly ask: string;
    readonly changes: readonly {
      readonly answer: string;
      readonly verdicts: Readonly<Record<string, string>>;
    }[];
  }[];
  readonly nearestChange: readonly {
    readonly action: string;
    readonly to: string;
    readonly kind: string;
    readonly set: Readonly<Record<string, string>>;
    readonly text: string;
  }[];
  readonly conduct: readonly { readonly id: string; readonly text: string }[];
  readonly notes: readonly {
    readonly id: string;
    readonly text: string;
    readonly sources: readonly string[];
  }[];
  readonly packFaults: readonly {
    readonly kind: string;
    readonly rules: readonly string[];
    readonly priorities: readonly string[];
  }[];
  /** Every question that a part of this object names, in words. */
  readonly questions: readonly ReportQuestion[];
  /** Every priority that a part of this object names, in words. */
  readonly priorities: readonly {
    readonly id: string;
    readonly because: string;
    readonly source: ReportSource;
  }[];
  /** Actions that are named without being listed. */
  readonly mentioned: readonly { readonly id: string; readonly text: string }[];
  /** Groups into which listed actions are folded. */
  readonly groups: readonly { readonly id: string; readonly text: string }[];
  /** Every source that a part of this object cites, with the places cited. */
  readonly sources: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly edition: string | null;
    readonly where: string | null;
    readonly checked: ReportChecked;
    readonly places: readonly string[];
  }[];
}

/** How and in which month a text was checked: `text-seen`, `second-hand` or `own-reading`; `2026-11`. */
export interface ReportChecked {
  readonly how: string;
  readonly on: string;
}

export interface ReportSource {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly place: string | null;
  readonly checked: ReportChecked;
}

/** A fact, or the question that screens a topic (`topic:...`). */
export interface ReportQuestion {
  readonly id: string;
  readonly ask: string;
  readonly answers: readonly { readonly id: string; readonly text: string }[];
  /** What the worker can do to change the answer. */
  readonly changeableBy: { readonly id: string; readonly text: string } | null;
}

/** Under what decision something is owed; null: whatever is decided. */
export type ReportIf =
  | { readonly do: readonly string[]; readonly leave: readonly string[] }
  | { readonly departs: { readonly must: string } | { readonly 'must-not': string } }
  | null;

export type Through = { readonly priority: string } | 'grade' | 'not-together';

export interface ReportRule {
  readonly id: string;
  readonly verdict: string;
  readonly principle: string;
  readonly because: string;
  readonly source: ReportSource;
  readonly facts: readonly string[];
  readonly standing: boolean;
  readonly possible: boolean;
  readonly setAsideBy: readonly { readonly rule: string; readonly through: Through }[];
  readonly group: string | null;
}

export interface ReportAction {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly phase: string;
  readonly about: readonly string[];
  readonly verdict: string;
  readonly through: 'own' | 'not-together';
  readonly grade: 'duty' | 'advice' | null;
  readonly possible: readonly string[];
  readonly exact: boolean;
  readonly dependsOn: readonly string[];
  readonly notTogetherWith: readonly string[];
  readonly contestedWith: readonly string[];
  readonly considering: boolean;
  readonly decided: 'do' | 'do-not' | null;
  readonly unmet: boolean;
  readonly because: readonly string[];
  readonly sources: readonly string[];
  readonly rules: readonly ReportRule[];
  readonly help: string | null;
  /** The group in whose one line it is told, because it is about topics that are not part of this. */
  readonly foldedInto: string | null;
  readonly round: 1 | 2;
  /** Actions that it comes after. */
  readonly after: readonly string[];
  /** Rules on it that do not apply here, with what is missing. */
  readonly notApplying: readonly ReportMissedRule[];
}

/** A rule that does not apply, and answers that would make it: the fewest, where there are several ways. */
export interface ReportMissedRule {
  readonly id: string;
  readonly verdict: string;
  readonly principle: string;
  readonly because: string;
  readonly source: ReportSource;
  /** Its condition holds, and so does its exception. */
  readonly excepted: boolean;
  readonly missing: readonly {
    /** A question, `yields:` and a principle, or `departs:` and an action. */
    readonly on: string;
    readonly needs: readonly string[];
    readonly has: string | null;
    readonly text: string;
  }[];
}

export interface ReportDilemma {
  readonly id: string | null;
  readonly grade: string;
  readonly actions: readonly string[];
  readonly waysOut: readonly {
    readonly do: readonly string[];
    readonly leave: readonly string[];
    readonly because: readonly string[];
  }[];
  readonly more: boolean;
  /** What the pack says of a dilemma that it knows. */
  readonly because: string | null;
  readonly source: ReportSource | null;
}

export interface ReportStep {
  readonly id: string;
  readonly to: string;
  readonly within: string;
  readonly from: string;
  readonly text: string;
  readonly tell: string;
  readonly withhold: string | null;
  readonly owed: string;
  readonly if: ReportIf;
  readonly phase: string;
  readonly because: string;
  readonly sources: readonly string[];
  readonly dependsOn: readonly string[];
  readonly contacts: readonly {
    readonly id: string;
    readonly text: string;
    readonly checked: string;
    readonly checkAgain: string;
    readonly reach: string | null;
    readonly note: string | null;
  }[];
  readonly fallback: readonly string[];
  readonly reachable: string;
  readonly insteadOf: string | null;
  readonly prepare: boolean;
  readonly toText: string;
  readonly fromText: string;
  readonly fallbackTexts: readonly string[];
  readonly source: ReportSource;
}
