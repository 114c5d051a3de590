package org.payqual.domain.identity;

/** Why a document's number cannot be right. The texts never repeat the number. */
public enum DocumentFault {
    /** Nothing was given. */
    MISSING("number-missing", "未填写证件号码", "the document's number is missing"),
    /** Too short or too long for this type. */
    LENGTH("number-length", "证件号码位数不符", "the number has the wrong length for this type of document"),
    /** The first generation's number of 15 digits, not valid since 2013. */
    FIRST_GENERATION(
            "number-first-generation",
            "15位身份证号码已停用，请填写18位号码",
            "numbers of 15 digits are no longer valid; give the one of 18"),
    /** Characters or an arrangement that this type of document does not have. */
    FORM("number-form", "证件号码格式不符", "the number does not have the form of this type of document"),
    /** Begins with no region of GB/T 2260. */
    REGION("number-region", "证件号码的地区代码不存在", "the number begins with no known region"),
    /** The form of another type: permits and foreigners' cards are numbered like citizens' cards. */
    OTHER_TYPE(
            "number-of-other-type",
            "该号码属于另一种证件，请更正证件类型",
            "the number belongs to another type of document; correct the type"),
    /** No day of the calendar, before 1900 or after the day of the check. */
    BIRTH_DATE("number-birth-date", "证件号码中的出生日期无效", "the date of birth in the number is not possible"),
    /** The last place does not follow from those before it. */
    CHECK_DIGIT("number-check-digit", "证件号码的校验码不符", "the number's check digit does not agree"),
    /** No state issues passports under these three letters. */
    ISSUING_STATE(
            "number-issuing-state",
            "护照号码前须有签发国的三字代码和连字符",
            "a passport's number follows the issuing state's three letters and a hyphen");

    private final String code;
    private final String zh;
    private final String en;

    DocumentFault(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** Returns a stable word for programs. */
    public String code() {
        return code;
    }

    /** Returns the reason in Chinese. */
    public String zh() {
        return zh;
    }

    /** Returns the reason in English. */
    public String en() {
        return en;
    }
}
