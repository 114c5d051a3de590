package org.payqual.query.redress;

import org.payqual.domain.file.Text;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Repair.Path;

/** What people call the codes of appeals, repairs and restorations, in both languages. */
final class RedressLabels {

    private RedressLabels() {}

    static Text of(Party party) {
        return switch (party) {
            case PERSON -> new Text("本人", "the person");
            case INSTITUTION -> new Text("定点医药机构", "the institution");
        };
    }

    static Text of(AppealGround ground) {
        return switch (ground) {
            case WRONG_PERSON -> new Text("非本人所为", "somebody else did it");
            case SAME_ACT_TWICE -> new Text("同一行为重复记分", "one act was counted twice");
            case WRONG_DEGREE -> new Text("责任程度认定有误", "the degree of responsibility is another");
            case NOTICE_NOT_RECEIVED -> new Text("未收到通知书", "the notice was never received");
            case FACTS -> new Text("事实认定有误", "the facts are others");
            case RULE -> new Text("适用条款有误", "another rule applies, or none");
        };
    }

    static Text of(Determiner handler) {
        return switch (handler) {
            case AGENCY -> new Text("医保经办机构", "the agency");
            case DEPARTMENT -> new Text("医保行政部门", "the department");
        };
    }

    static Text of(AppealOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> new Text("维持", "the score stands");
            case ADJUSTED -> new Text("调整", "the score was lowered");
            case REVOKED -> new Text("撤销", "the score fell");
        };
    }

    static Text of(Path path) {
        return switch (path) {
            case TRAINING_EXAM -> new Text("学习培训并通过考试", "a training with a passed exam");
            case ACTIVITY -> new Text("参加医保活动", "an activity");
        };
    }

    static Text of(Progress progress) {
        return switch (progress) {
            case PENDING -> new Text("待定", "not decided yet");
            case GRANTED -> new Text("同意", "granted");
            case REFUSED -> new Text("不予同意", "refused");
        };
    }
}
