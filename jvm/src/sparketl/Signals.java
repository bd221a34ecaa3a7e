package sparketl;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The signals of a terminal, which reach every process in its foreground. */
final class Signals {
    private Signals() {
    }

    /**
     * Takes a signal and does nothing: a terminal's Ctrl-C is for the .NET program, which cancels what runs here and then ends this JVM.
     * A handler rather than the system's "ignore", which a process that is started from here would inherit.
     */
    static void ignore(String signal) {
        // By reflection: the class is not part of what a compiler for older releases knows.
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlers}, new InvocationHandler() {
                public Object invoke(Object proxy, Method method, Object[] arguments) {
                    return null;
                }
            });
            signals.getMethod("handle", signals, handlers).invoke(null, signals.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("The signal " + signal + " cannot be ignored here: " + e);
        }
    }
}
