package org.payqual.query.person;

import static java.util.Map.entry;

import java.util.Map;
import org.payqual.domain.file.Text;
import org.payqual.domain.rulebook.StandingKind;

/** What people call the codes in answers, in both languages. */
public final class Labels {

    private static final Map<String, Text> EVENTS = Map.ofEntries(
            entry("person.identified", new Text("建立档案", "identified")),
            entry("person.entry-corrected", new Text("更正录入错误", "entry corrected")),
            entry("person.identity-corrected", new Text("更正身份信息", "identity corrected")),
            entry("person.identity-erased", new Text("删除身份信息", "identity erased")),
            entry("person.merged", new Text("并入另一份记录", "merged into another record")),
            entry("person.taken-over", new Text("另一份记录并入", "another record taken over")),
            entry("person.committed", new Text("签署服务承诺书", "service commitment signed")),
            entry("person.registered", new Text("登记备案", "registered")),
            entry("person.registration-amended", new Text("变更登记备案", "registration amended")),
            entry("person.departed", new Text("离职", "departed")),
            entry("person.status-maintained", new Text("维护登记备案状态", "status maintained by the institution")),
            entry("person.licence-reported", new Text("报告执业资格变化", "change of licence reported")),
            entry("person.scored", new Text("记分", "scored")),
            entry("person.notice-served", new Text("送达记分处理通知书", "notice served")),
            entry("person.reminded", new Text("谈话提醒", "reminder talk held")),
            entry("person.interviewed", new Text("约谈", "interviewed")),
            entry("person.key-supervision-started", new Text("列为重点监管对象", "put under key supervision")),
            entry("person.suspended", new Text("暂停医保支付资格", "suspended")),
            entry("person.suspension-changed", new Text("变更暂停期限", "suspension made milder")),
            entry("person.suspension-revoked", new Text("撤销暂停", "suspension revoked")),
            entry("person.terminated", new Text("终止医保支付资格", "terminated")),
            entry("person.termination-changed", new Text("变更终止期限", "termination made milder")),
            entry("person.termination-revoked", new Text("撤销终止", "termination revoked")),
            entry("person.score-adjusted", new Text("调整记分", "score lowered")),
            entry("person.score-revoked", new Text("撤销记分", "score revoked")),
            entry("person.trained", new Text("参加学习培训", "trained")),
            entry("person.appeal-filed", new Text("提出申诉", "appeal filed")),
            entry("person.appeal-explained", new Text("对申诉作出解释说明", "score explained to whoever appealed")),
            entry("person.appeal-escalated", new Text("移交申诉", "appeal handed on")),
            entry("person.appeal-expert-reviewed", new Text("申诉经专家评估", "appeal reviewed by experts")),
            entry("person.appeal-decided", new Text("申诉处理结果", "appeal decided")),
            entry("person.appeal-withdrawn", new Text("撤回申诉", "appeal withdrawn")),
            entry("person.repair-requested", new Text("申请记分修复", "repair requested")),
            entry("person.repaired", new Text("记分修复", "points repaired")),
            entry("person.repair-refused", new Text("不予记分修复", "repair refused")),
            entry("person.restoration-requested", new Text("申请资格恢复", "restoration requested")),
            entry("person.restoration-pre-reviewed", new Text("资格恢复初审", "restoration pre-reviewed")),
            entry("person.restored", new Text("恢复医保支付资格", "restored")),
            entry("person.restoration-refused", new Text("不予资格恢复", "restoration refused")));

    private static final Map<StandingKind, Text> STANDINGS = Map.of(
            StandingKind.NORMAL, new Text("正常", "normal"),
            StandingKind.SUSPENDED, new Text("暂停", "suspended"),
            StandingKind.TERMINATED, new Text("终止", "terminated"),
            StandingKind.UNREGISTERED, new Text("未登记备案", "unregistered"));

    private Labels() {}

    /** Tells what an event is called; one that this build does not know is called by its name. */
    public static Text ofEvent(String name) {
        return EVENTS.getOrDefault(name, new Text(name, name));
    }

    /** Tells what a standing is called. */
    public static Text of(StandingKind kind) {
        return STANDINGS.getOrDefault(kind, new Text(kind.name(), kind.name()));
    }
}
