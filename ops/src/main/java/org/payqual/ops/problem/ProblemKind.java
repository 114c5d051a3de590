package org.payqual.ops.problem;

/** The kinds of problem, each with its HTTP status and its title. */
public enum ProblemKind {
    /** The request makes no sense. */
    MALFORMED(400, "请求有误", "Malformed request"),
    /** The caller is not known. */
    UNAUTHENTICATED(401, "未通过身份验证", "Not authenticated"),
    /** The caller may not do this. */
    FORBIDDEN(403, "无权办理", "Not allowed"),
    /** There is no such thing. */
    NOT_FOUND(404, "未找到", "Not found"),
    /** There is such a thing, but not for this method. */
    METHOD(405, "不支持该方法", "Method not supported"),
    /** There is no form of the answer that the caller accepts. */
    NOT_ACCEPTABLE(406, "无法提供所要求的格式", "Not acceptable"),
    /** It does not go with what is recorded. */
    CONFLICT(409, "与已记录的内容冲突", "Conflict with what is recorded"),
    /** The body is larger than any request needs. */
    TOO_LARGE(413, "请求内容过大", "Content too large"),
    /** The body has a form that is not read. */
    MEDIA_TYPE(415, "不支持的内容类型", "Unsupported media type"),
    /** A rule says no. */
    REFUSED(422, "依规不予办理", "Refused by rule"),
    /** The program is at fault. */
    FAULT(500, "系统故障", "Internal fault"),
    /** Not now. */
    NOT_NOW(503, "暂时无法办理", "Not available now");

    private final int status;
    private final String zh;
    private final String en;

    ProblemKind(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    /** Gives the HTTP status. */
    public int status() {
        return status;
    }

    /** Gives the title in Chinese. */
    public String zh() {
        return zh;
    }

    /** Gives the title in English. */
    public String en() {
        return en;
    }
}
