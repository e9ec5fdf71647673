<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Settings</source>
        <comment>Your settings are not kept: there is no home folder (HOME is not set).</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>Your settings are not kept: {file} can&apos;t be written.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>The settings file was damaged, so the usual settings are used: {file}</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About Backlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a fully connected network learn. It follows Hung-yi Lee&apos;s lecture “Deep Learning” (2017).&lt;br&gt;&lt;br&gt;Nothing on screen is invented: every mark is a number that the engine computed.&lt;br&gt;&lt;br&gt;Digits: MNIST, Yann LeCun and Corinna Cortes, CC BY-SA 3.0.&lt;br&gt;Backlight: MIT licence. Qt for Python: LGPL. numpy: BSD. pyqtgraph: MIT.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run or pause the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one update, then pause; in slow motion it is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of this epoch, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the same initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again from other initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train as fast as this machine can, or as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer updates a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More updates a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture&apos;s setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain gradient descent with batches of one example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the signal and the gradient as they travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only numbers change; nothing travels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the lecture&apos;s three steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the keyboard to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the keyboard to the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the numbers of a neuron or connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the keyboard to the plot of L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next digit of the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the previous digit of the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show any digit of the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a test digit that the network gets wrong now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the digits that the training works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger type and lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller type and lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and lines at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network, L, and the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network, L, and the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the network, its bars and L, larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What&apos;s this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click anything to have it explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Backlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licences, and where the digits come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Backlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark marks on a light ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light marks on a dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s language, where it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron&apos;s 4 strongest connections for this digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron&apos;s 8 strongest connections for this digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron&apos;s 16 strongest connections for this digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron&apos;s 24 strongest connections for this digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>48 a neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each neuron&apos;s 48 strongest connections for this digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every connection between the neurons shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestFunctionPanel</name>
    <message>
        <source>3  Pick the best function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent: change θ a little against its gradient, again and again. C̄ is the mean Cⁿ of the batch. The learning rate η multiplies the gradient of that mean; beside it stands the rate on the sum L, which is N times smaller. Changing a rate never loses the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent, whole set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD (batches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gradient becomes a change of θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η: over 0, up to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a learning rate over 0, up to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture&apos;s setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain gradient descent with batches of one example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of one update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole set: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on L: η / N = {rate}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>sum of what reaches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal, forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient, stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}, neuron {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights, pixel by pixel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitCanvas</name>
    <message>
        <source>Clear the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas for a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By keyboard: arrows move the pen, Space lowers and lifts it, E takes the eraser, Delete clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit with mouse, pen or finger. Its size, place and slant are made like those of the training digits before the network reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arrows move diagonally; with Shift in smaller steps. Escape leaves the keyboard&apos;s pen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitChooser</name>
    <message>
        <source>or choose a test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of the test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which test digits to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the shown digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the training digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the previous test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a test digit drawn by lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a test digit that the network gets wrong now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a test digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits of the test set: the network was never trained on them. They are watched, and stay on screen until you release them; then the training chooses again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitPresenter</name>
    <message>
        <source>The network gets no such test digit wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test set has no such digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your drawing: watched, not trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test digit {index}, a {label}: watched, not trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of {count} in L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in L: watched only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit or choose one, and watch the network read it. It stays the shown digit until you release it, and is never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the whole drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase what the pointer passes over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last stroke or erasure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawing yet: no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By keyboard: arrows move the pen, Space lowers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the network read your drawing again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>The lecture&apos;s three steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Backlight: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on. To have it mended, copy the details and send them to the authors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It happened {count} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where in the program it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error that the program did not expect, with the details to report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionSetPanel</name>
    <message>
        <source>A ninth hidden layer is refused: give 0 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Function set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network structure is a function set: every choice of its parameters θ (all weights and biases) is one function. Here the structure is chosen; the training then looks for the best function of the set. Changing the structure starts a new network, and Undo brings the old one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a hidden layer before the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a hidden neuron makes of its sum z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides the initial weights and the order of the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again from other initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of this hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoodnessPanel</name>
    <message>
        <source>after update {update}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Goodness of function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good a function is: the cross-entropy Cⁿ of each example, summed up to the total loss L over all training examples. Here y is the network&apos;s output and ŷ the target, as in the lecture; many textbooks have it the other way round. The number is exact, for the update that is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller L is better.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HardExampleOffer</name>
    <message>
        <source>Almost no gradient: this digit is already right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a hard one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a digit that the network gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a digit whose gradient is large.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InkPreview</name>
    <message>
        <source>What the network reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network reads: 16 × 16 pixels, ink 1, no ink 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digit as the network reads it: 16 × 16 pixels, ink 1 and no ink 0. A drawing is made like the training digits were: upright, of one size, with its centre of mass in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a neuron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel {source} to neuron {target} of layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron {source} of layer {before} to neuron {target} of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hands back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights as a picture: full colour at |w| = {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of the neuron or connection that is pointed at or pinned, for the shown digit and the update that is named. A click pins a neuron; a second click lets it go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights as a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>update {update}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L ≈ {total} from its batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact L of update {update}: {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean Cⁿ: training {train}, test {test}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total loss L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total loss L over updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total loss L over the updates. A dot is exact: the sum of Cⁿ over all training digits at that update. The faint line is what each batch alone suggests, N times its mean; where many updates share a pixel it runs from their least to their largest. Rings are the test set, placed by the mean Cⁿ on the right axis. Wheel and drag zoom and move; double-click shows the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● training L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ test: mean Cⁿ, right axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing: Cⁿ = ln 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space starts the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic: equal heights are equal factors (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run, and follow it (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Backlight: watch a network learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw and Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeantRow</name>
    <message>
        <source>Which digit did you mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which digit you meant, and there is a target ŷ: C of your drawing and its gradient are shown. Without it there is no C and no backward wave. The network is not trained on your drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I meant a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I meant a {digit}; again: I do not say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Layer 1: each neuron adds up a·w of the inked pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}: each neuron adds up what reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs: one number for each answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax: the outputs become confidences, their sum is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C: how wrong is this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C = −ln y: how wrong is this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to layer 1: ∂C/∂w = δ on every inked pixel’s edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back through layer {layer}: w·δ travels, ∂C/∂w stays on the edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch’s mean gradient recolours the edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer’s ΔW is applied: new weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the new weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank: no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says {said}: right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says {said}, is {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No right answer known: no C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full colour at |ΔW| = {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full colour at |∂C/∂w| = {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full colour at mean |∂C/∂w| = {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full colour at |w| = {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(gaps 1–{last})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(all gaps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of this digit’s gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the mean gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of this digit’s signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network. Left, the digit that is shown; then each layer&apos;s neurons, filled by their activation; right, the outputs y. Edges have the colour of their weight. Point at a neuron to see its edges and its numbers; click to keep it. Arrow keys move from neuron to neuron.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{value} is refused: give {range}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPresenter</name>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at the same initial weights, update 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New initial weights, seed {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new network: another function set, another start. The old one is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Update {update} made a number too large to write: the learning rate is too high for this network. Training is paused; rewind, then take a smaller rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedSlider</name>
    <message>
        <source>full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} updates/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: slow motion tells every update, full speed has no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many updates a second. At the left end each update is told as a story of a few seconds; at the right end the training runs as fast as this machine can.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusPresenter</name>
    <message>
        <source>update {update}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} updates/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of update {update}, showing 1 of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every update is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal and gradient of update {update}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, pause and step the training, and set its pace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
