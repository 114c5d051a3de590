package org.payqual.domain.access;

/** One thing that a caller may be allowed to do. Every entrance of the program names exactly one, by {@link Needs}. */
public enum Ability {
    /** Makes a person known. */
    IDENTIFY("确认人员身份", "identify a person"),
    /** Hands in whole files; what their rows record needs the ability for that as well. */
    IMPORT("导入表格文件", "import a file"),
    /** Corrects the identity on record of a person. */
    CORRECT_IDENTITY("更正身份信息", "correct an identity"),
    /** Destroys the key to a person's identity. */
    ERASE_IDENTITY("删除身份信息", "erase an identity"),
    /** Voids an entry that was a clerk's error. */
    CORRECT_ENTRY("更正录入错误", "correct an entry"),
    /** Merges two records of one person. */
    MERGE_RECORDS("合并同一人的记录", "merge records of one person"),
    /** Records a service commitment (TJ-14). */
    COMMIT("记录服务承诺", "record a commitment"),
    /** Registers a person at an institution (TJ-18). */
    REGISTER("登记备案", "register a person"),
    /** Changes the content of a registration (TJ-18). */
    AMEND_REGISTRATION("变更登记备案", "amend a registration"),
    /** Ends a registration (TJ-20). */
    DEPART("登记人员离职", "record a departure"),
    /** Confirms that the institution set a person's status (TJ-22). */
    MAINTAIN_STATUS("维护登记备案状态", "maintain a status"),
    /** Reports a change of a licence (TJ-38). */
    REPORT_LICENCE("报告执业资格变化", "report a change of licence"),
    /** Scores a person (TJ-12, 24). */
    SCORE("记分", "score a person"),
    /** Records that a notice was served (TJ-34.1). */
    SERVE_NOTICE("送达记分处理通知书", "record the service of a notice"),
    /** Records an interview by the agency (TJ-31.1). */
    INTERVIEW("记录约谈", "record an interview"),
    /** Records a reminder talk by the agency or the institution (CY-9). */
    REMIND("记录谈话提醒", "record a reminder talk"),
    /** Files an appeal against a notice (TJ-34.2). */
    FILE_APPEAL("提出申诉", "file an appeal"),
    /** Explains a score to whoever appealed (TJ-34.3). */
    EXPLAIN_SCORE("对申诉作出解释说明", "explain a score appealed against"),
    /** Hands an appeal on to whoever decides it next (TJ-34.3). */
    ESCALATE_APPEAL("移交申诉", "hand an appeal on"),
    /** Records what experts found on an appeal (TJ-34.3). */
    REVIEW_APPEAL("记录申诉的专家评估", "record an expert review"),
    /** Decides an appeal (TJ-34.4). */
    DECIDE_APPEAL("决定申诉", "decide an appeal"),
    /** Withdraws an appeal. */
    WITHDRAW_APPEAL("撤回申诉", "withdraw an appeal"),
    /** Requests a repair of points (TJ-35, 37). */
    REQUEST_REPAIR("申请记分修复", "request a repair"),
    /** Grants or refuses a repair of points (TJ-35, 37). */
    DECIDE_REPAIR("决定记分修复", "grant or refuse a repair"),
    /** Records a training (CY-9). */
    RECORD_TRAINING("记录学习培训", "record a training"),
    /** Requests a restoration through an institution (TJ-36). */
    REQUEST_RESTORATION("经机构申请资格恢复", "request a restoration through an institution"),
    /** Requests a restoration without an institution (CY-13). */
    REQUEST_RESTORATION_DIRECTLY("直接申请资格恢复", "request a restoration directly"),
    /** Reviews a restoration first, as the district (CY-14). */
    PRE_REVIEW_RESTORATION("初审资格恢复", "pre-review a restoration"),
    /** Decides a restoration (TJ-36; CY-14). */
    DECIDE_RESTORATION("决定资格恢复", "decide a restoration"),
    /** Makes an institution and its agreement known (TJ-11). */
    DESIGNATE_INSTITUTION("登记定点医药机构", "designate an institution"),
    /** Opens an inspection. */
    OPEN_INSPECTION("登记监督检查", "open an inspection"),
    /** Records a handling (TJ-24). */
    DECIDE_HANDLING("记录处理决定", "record a handling"),
    /** Records that a handling was overturned. */
    OVERTURN_HANDLING("记录处理决定被撤销", "record that a handling was overturned"),
    /** Adopts rulebooks and calendars. */
    ADOPT_LAW("采用实施细则和工作日历", "adopt a rulebook or a calendar"),

    /** Reads where people stand and whether their services are payable (TJ-21). */
    READ_STANDING("查询资格状态", "read a standing", true),
    /** Reads of many services at once whether they are payable (TJ-21). */
    READ_SETTLEMENTS("批量核对结算", "check settlement lines in bulk", true),
    /** Reads people's registrations (TJ-17). */
    READ_REGISTRATIONS("查询登记备案", "read registrations", true),
    /** Reads people's points of a year (TJ-25). */
    READ_YEAR_TOTALS("查询年度记分", "read year totals", true),
    /** Reads all that was recorded of a person. */
    READ_HISTORY("查询全部记录", "read a history", true),
    /** Reads who a person is: name and document. */
    READ_IDENTITY("查询身份信息", "read an identity", true),
    /** Reads a text or a name that is kept apart from the ledger; either may name people. */
    READ_TEXT("查阅账外文字和机构名称", "read a text or a name kept apart", true),
    /** Reads what is known of an institution. */
    READ_INSTITUTION("查询定点医药机构", "read an institution"),
    /** Reads inspections and handlings. */
    READ_HANDLING("查询监督检查和处理决定", "read an inspection or a handling"),
    /** Reads the rulebooks and calendars adopted. */
    READ_LAW("查询实施细则和工作日历", "read rulebooks and calendars"),
    /** Reads the log: positions, times and hashes. */
    READ_LOG("查询账本日志", "read the log");

    private final String zh;
    private final String en;
    private final boolean readsPeople;

    Ability(String zh, String en) {
        this(zh, en, false);
    }

    Ability(String zh, String en, boolean readsPeople) {
        this.zh = zh;
        this.en = en;
        this.readsPeople = readsPeople;
    }

    /** Tells the ability in Chinese. */
    public String zh() {
        return zh;
    }

    /** Tells the ability in English. */
    public String en() {
        return en;
    }

    /** Tells whether it shows something of people, so that each use is written to the {@link AccessRecord}. */
    public boolean readsPeople() {
        return readsPeople;
    }
}
