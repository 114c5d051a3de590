package org.payqual.ops.keys;

import java.util.List;

/** Keys handed over as one text, as in an environment variable: lines or parts between semicolons, one key each. */
public final class GivenKeys implements KeySource {

    private final String text;

    /** Takes the text. */
    public GivenKeys(String text) {
        this.text = text;
    }

    @Override
    public List<SecretKey> read() {
        return text.lines()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .filter(line -> !line.isBlank())
                .map(line -> KeyText.read(line, "A key in payqual.keys.text"))
                .toList();
    }

    @Override
    public void add(SecretKey key) {
        throw new KeyFault(
                KeyFault.Kind.NONE_GIVEN,
                "需要密钥 " + key.id() + "；请用 `payqual new-key " + key.id() + "` 生成并写入 payqual.keys.text / The key "
                        + key.id() + " is needed; make it by `payqual new-key " + key.id()
                        + "` and add it to payqual.keys.text.");
    }

    @Override
    public String placeOf(KeyId id) {
        return "payqual.keys.text";
    }
}
