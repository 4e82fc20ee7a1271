/** All that a live page does by script, in one file: a request less while the night is busy. */
import './refresh.ts';
import './charts.ts';
