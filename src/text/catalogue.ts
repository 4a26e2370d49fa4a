import enCli from './messages/en/cli.json' with { type: 'json' };
import enCommon from './messages/en/common.json' with { type: 'json' };
import enDoctor from './messages/en/doctor.json' with { type: 'json' };
import enExport from './messages/en/export.json' with { type: 'json' };
import enProblemsCli from './messages/en/problems-cli.json' with { type: 'json' };
import enProblemsDocument from './messages/en/problems-document.json' with { type: 'json' };
import enProblemsPack from './messages/en/problems-pack.json' with { type: 'json' };
import enProblemsScenario from './messages/en/problems-scenario.json' with { type: 'json' };
import enRecord from './messages/en/record.json' with { type: 'json' };
import enRecordProblems from './messages/en/record-problems.json' with { type: 'json' };
import enRender from './messages/en/render.json' with { type: 'json' };
import enRulesCompare from './messages/en/rules-compare.json' with { type: 'json' };
import enScenarioHandout from './messages/en/scenario-handout.json' with { type: 'json' };
import enScenarioPlay from './messages/en/scenario-play.json' with { type: 'json' };
import enScenarioReport from './messages/en/scenario-report.json' with { type: 'json' };
import enScenarioTools from './messages/en/scenario-tools.json' with { type: 'json' };
import enWalk from './messages/en/walk.json' with { type: 'json' };
import idCli from './messages/id/cli.json' with { type: 'json' };
import idCommon from './messages/id/common.json' with { type: 'json' };
import idDoctor from './messages/id/doctor.json' with { type: 'json' };
import idExport from './messages/id/export.json' with { type: 'json' };
import idProblemsCli from './messages/id/problems-cli.json' with { type: 'json' };
import idProblemsDocument from './messages/id/problems-document.json' with { type: 'json' };
import idProblemsPack from './messages/id/problems-pack.json' with { type: 'json' };
import idProblemsScenario from './messages/id/problems-scenario.json' with { type: 'json' };
import idRecord from './messages/id/record.json' with { type: 'json' };
import idRecordProblems from './messages/id/record-problems.json' with { type: 'json' };
import idRender from './messages/id/render.json' with { type: 'json' };
import idRulesCompare from './messages/id/rules-compare.json' with { type: 'json' };
import idScenarioHandout from './messages/id/scenario-handout.json' with { type: 'json' };
import idScenarioPlay from './messages/id/scenario-play.json' with { type: 'json' };
import idScenarioReport from './messages/id/scenario-report.json' with { type: 'json' };
import idScenarioTools from './messages/id/scenario-tools.json' with { type: 'json' };
import idWalk from './messages/id/walk.json' with { type: 'json' };

const en = {
  ...enCommon,
  ...enRender,
  ...enWalk,
  ...enScenarioHandout,
  ...enScenarioPlay,
  ...enScenarioReport,
  ...enScenarioTools,
  ...enCli,
  ...enDoctor,
  ...enExport,
  ...enRulesCompare,
  ...enProblemsDocument,
  ...enProblemsPack,
  ...enProblemsCli,
  ...enProblemsScenario,
  ...enRecord,
  ...enRecordProblems,
};
const id = {
  ...idCommon,
  ...idRender,
  ...idWalk,
  ...idScenarioHandout,
  ...idScenarioPlay,
  ...idScenarioReport,
  ...idScenarioTools,
  ...idCli,
  ...idDoctor,
  ...idExport,
  ...idRulesCompare,
  ...idProblemsDocument,
  ...idProblemsPack,
  ...idProblemsCli,
  ...idProblemsScenario,
  ...idRecord,
  ...idRecordProblems,
};

/** Key of a message: one sentence or label of the program, in every language. */
export type MessageKey = keyof typeof en;

type Messages = Readonly<Record<MessageKey, string>>;

/**
 * All messages by language; that these two have every key is what the compiler checks here. The built program has a
 * language for each folder of `messages`.
 */
export const catalogue: Readonly<Record<string, Messages> & Record<'id' | 'en', Messages>> = { id, en };
