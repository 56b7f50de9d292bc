package org.engagementledger.ledger.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Says for the domain's records of a single text named {@code value} what annotations would say:
 * they are that text.
 */
final class SingleValues extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final String DOMAIN = "org.engagementledger.domain";
    private static final String VALUE = "value";

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        boolean accessor =
                annotated instanceof AnnotatedMethod method
                        && method.getName().equals(VALUE)
                        && method.getParameterCount() == 0
                        && isSingleValue(method.getDeclaringClass());
        return accessor ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
            MapperConfig<?> config, Annotated annotated) {
        boolean canonical =
                annotated instanceof AnnotatedConstructor constructor
                        && constructor.getParameterCount() == 1
                        && constructor.getRawParameterType(0) == String.class
                        && isSingleValue(constructor.getDeclaringClass());
        return canonical ? JsonCreator.Mode.DELEGATING : null;
    }

    private static boolean isSingleValue(Class<?> type) {
        if (!type.isRecord() || !(type.getPackageName() + '.').startsWith(DOMAIN + '.')) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && components[0].getName().equals(VALUE)
                && components[0].getType() == String.class;
    }
}
