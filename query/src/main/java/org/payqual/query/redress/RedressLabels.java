package org.payqual.query.redress;

import org.payqual.domain.file.Text;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Duty;
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

    static Text of(Duty duty) {
        return switch (duty) {
            case COMMITMENT -> new Text("签署服务承诺书", "a commitment");
            case COMMITMENT_REPORT -> new Text("报送服务承诺情况", "a report on commitments");
            case DEPARTURE -> new Text("离职信息更新", "the record of a departure");
            case STATUS_MAINTENANCE -> new Text("维护登记备案状态", "the status to be set");
            case NOTICE -> new Text("送达记分处理通知书", "the service of a notice");
            case APPEAL -> new Text("提出异议申诉", "an appeal");
            case INTERVIEW -> new Text("约谈", "an interview");
            case REMINDER_TALK -> new Text("谈话提醒", "a reminder talk");
            case CIRCULAR -> new Text("通报", "a circular");
            case TRAINING -> new Text("暂停期间学习培训", "training during the suspension");
            case PRE_REVIEW -> new Text("资格恢复初审", "the pre-review of a restoration");
            case RESTORATION -> new Text("资格恢复", "a restoration");
            case LETTER -> new Text("函告行业主管部门", "a letter to the regulators");
            case INFORMATION -> new Text("行业主管部门通报", "information from the regulators");
            case ROSTER -> new Text("报备人员台账", "a roster");
            case NATIONAL_REPORT -> new Text("上报国家备案", "the report to the national level");
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
