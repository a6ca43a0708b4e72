// The worker of the layout engine in a browser: elkjs' own, which takes the messages of the worker it is loaded in.
import "elkjs/lib/elk-worker.min.js";
