package dev.runside.server.intake.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.runside.server.intake.body.JsonParts;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Counts what a body will become in memory before it does: empty parts of two bytes each would grow
 * to forty times their size.
 */
final class Parts {

    /** An export of some eighteen thousand points with a dozen attributes each. */
    static final int MOST = JsonParts.MOST;

    private static final int DEEPEST = 100;

    private long seen;

    private Parts() {}

    static boolean tooManyOf(Descriptor message, byte[] body)
            throws InvalidProtocolBufferException {
        Parts parts = new Parts();
        try {
            parts.count(message, CodedInputStream.newInstance(body), 0);
        } catch (InvalidProtocolBufferException malformed) {
            throw malformed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.seen > MOST;
    }

    private void count(Descriptor message, CodedInputStream input, int depth) throws IOException {
        for (int tag = input.readTag(); tag != 0 && seen <= MOST; tag = input.readTag()) {
            FieldDescriptor field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            boolean nested =
                    WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED
                            && field != null
                            && field.getJavaType() == JavaType.MESSAGE
                            && depth < DEEPEST;
            seen++;
            if (nested) {
                int outer = input.pushLimit(input.readRawVarint32());
                count(field.getMessageType(), input, depth + 1);
                if (seen > MOST) {
                    return;
                }
                input.popLimit(outer);
            } else {
                input.skipField(tag);
            }
        }
    }
}
