package org.payqual.command.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a workbook with a password from one of before 2007: both come in the same kind of container. */
final class OldWorkbook {

    static final byte[] SIGNATURE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private OldWorkbook() {}

    static UnreadableTable refusal(Path file) throws IOException {
        return isEncrypted(file)
                ? new UnreadableTable(
                        "workbook-password",
                        "工作簿有打开密码，请在“文件—信息—保护工作簿”中取消密码后另存",
                        "the workbook opens with a password only; take the password off and save it again")
                : new UnreadableTable(
                        "workbook-old",
                        "这是旧版 Excel（.xls）文件，请另存为 .xlsx",
                        "this is a workbook of the old form (.xls); save it as .xlsx");
    }

    private static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int matched = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                if ((byte) read == ENCRYPTED[matched]) {
                    matched++;
                    if (matched == ENCRYPTED.length) {
                        return true;
                    }
                } else {
                    matched = (byte) read == ENCRYPTED[0] ? 1 : 0;
                }
            }
            return false;
        }
    }
}
