<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Backlight</source>
        <translation>关于 Backlight</translation>
    </message>
    <message>
        <source>Watch a neural network learn. It follows Hung-yi Lee&apos;s lecture “Deep Learning” (2017).&lt;br&gt;&lt;br&gt;Nothing on screen is invented: every mark is a number that the engine computed.&lt;br&gt;&lt;br&gt;Digits: MNIST, Yann LeCun and Corinna Cortes, CC BY-SA 3.0.&lt;br&gt;Backlight: MIT licence. Qt for Python: LGPL. numpy: BSD.</source>
        <translation>看一个神经网络如何学习。内容依照李宏毅的课程“Deep Learning”（2017）。&lt;br&gt;&lt;br&gt;屏幕上没有编造的东西：每一个记号都是引擎算出的数。&lt;br&gt;&lt;br&gt;数字：MNIST，Yann LeCun 与 Corinna Cortes，CC BY-SA 3.0。&lt;br&gt;Backlight：MIT 许可证。Qt for Python：LGPL。numpy：BSD。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run or pause the training</source>
        <translation>运行或暂停训练</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>更新一次</translation>
    </message>
    <message>
        <source>From dense to convolutional</source>
        <translation>从全连接到卷积</translation>
    </message>
    <message>
        <source>Watch a dense layer being cut and tied until it is a convolution; train all three</source>
        <translation>看一个全连接层如何被剪断、共享，直到成为卷积；再训练这三个网络</translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation>到本轮次结束</translation>
    </message>
    <message>
        <source>Train to the end of this epoch, then pause</source>
        <translation>训练到本轮次结束，然后暂停</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Go back to the same initial weights</source>
        <translation>回到同样的初始权重</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的初始权重</translation>
    </message>
    <message>
        <source>Begin again from other initial weights</source>
        <translation>从另一组初始权重重新开始</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一点</translation>
    </message>
    <message>
        <source>Fewer updates a second</source>
        <translation>每秒更新次数减少</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一点</translation>
    </message>
    <message>
        <source>More updates a second</source>
        <translation>每秒更新次数增加</translation>
    </message>
    <message>
        <source>The lecture&apos;s setting</source>
        <translation>课程的设置</translation>
    </message>
    <message>
        <source>Plain gradient descent with batches of one example</source>
        <translation>普通梯度下降，每批次一个样本</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>传播动画</translation>
    </message>
    <message>
        <source>Show the signal and the gradient as they travel</source>
        <translation>显示信号和梯度的传播</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Only numbers change; nothing travels</source>
        <translation>只有数字变化，没有移动</translation>
    </message>
    <message>
        <source>The three steps</source>
        <translation>三个步骤</translation>
    </message>
    <message>
        <source>Go to the network</source>
        <translation>转到网络</translation>
    </message>
    <message>
        <source>Move the keyboard to the network</source>
        <translation>把键盘焦点移到网络</translation>
    </message>
    <message>
        <source>Go to Draw</source>
        <translation>转到手写</translation>
    </message>
    <message>
        <source>Move the keyboard to the canvas</source>
        <translation>把键盘焦点移到画布</translation>
    </message>
    <message>
        <source>Go to Inspect</source>
        <translation>转到查看</translation>
    </message>
    <message>
        <source>Go to the loss</source>
        <translation>转到损失</translation>
    </message>
    <message>
        <source>Move the keyboard to the plot of L</source>
        <translation>把键盘焦点移到 L 的曲线图</translation>
    </message>
    <message>
        <source>Go to the runs</source>
        <translation>转到各次训练</translation>
    </message>
    <message>
        <source>Move the keyboard to the list of all runs: rename, hide, delete, compare</source>
        <translation>把键盘焦点移到各次训练的列表：重命名、隐藏、删除、比较</translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation>看一个判错的样本</translation>
    </message>
    <message>
        <source>Next test example</source>
        <translation>下一个测试样本</translation>
    </message>
    <message>
        <source>Show the next example of the test set</source>
        <translation>显示测试集的下一个样本</translation>
    </message>
    <message>
        <source>Previous test example</source>
        <translation>上一个测试样本</translation>
    </message>
    <message>
        <source>Show the previous example of the test set</source>
        <translation>显示测试集的上一个样本</translation>
    </message>
    <message>
        <source>Random test example</source>
        <translation>随机测试样本</translation>
    </message>
    <message>
        <source>Show any example of the test set</source>
        <translation>显示测试集的任意一个样本</translation>
    </message>
    <message>
        <source>Show a test example that the network gets wrong now</source>
        <translation>显示一个网络现在判错的测试样本</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Larger type and lines</source>
        <translation>放大文字和线条</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smaller type and lines</source>
        <translation>缩小文字和线条</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>Type and lines at 100 %</source>
        <translation>文字和线条为 100%</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>The network, L, and the canvas</source>
        <translation>网络、L 和画布</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Only the network, its bars and L, larger</source>
        <translation>只有网络、输出条和 L，放大显示</translation>
    </message>
    <message>
        <source>Unlock the panels</source>
        <translation>解锁面板</translation>
    </message>
    <message>
        <source>Let the panels be dragged to other places, or lock them</source>
        <translation>允许把面板拖到别处，或锁定它们</translation>
    </message>
    <message>
        <source>What&apos;s this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>Which number each mark in the picture of the network shows</source>
        <translation>网络图中每个标记显示的是哪个数</translation>
    </message>
    <message>
        <source>About Backlight</source>
        <translation>关于 Backlight</translation>
    </message>
    <message>
        <source>Version, licences, and where the digits come from</source>
        <translation>版本、许可证，以及数字的来源</translation>
    </message>
    <message>
        <source>Put your own examples into the file, not only where they are: for another computer. Those of a file that has changed between two runs are in it in any case</source>
        <translation>把自己的样本也存进文件，而不只记下它们的位置：以便在另一台电脑上打开。两次训练之间改动过的文件，其样本总会存入</translation>
    </message>
    <message>
        <source>Training data…</source>
        <translation>训练数据…</translation>
    </message>
    <message>
        <source>Choose the examples that the network learns from</source>
        <translation>选择网络学习的样本</translation>
    </message>
    <message>
        <source>Open my own data…</source>
        <translation>打开自己的数据…</translation>
    </message>
    <message>
        <source>Learn from a file or folder of your own</source>
        <translation>用自己的文件或文件夹来学习</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>Save the network as it is seen now: PNG or SVG</source>
        <translation>保存此刻看到的网络：PNG 或 SVG</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Put the network as it is seen now onto the clipboard</source>
        <translation>把此刻看到的网络放到剪贴板</translation>
    </message>
    <message>
        <source>Save plot or table…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>Save the plot or table that has the keyboard: CSV, PNG, SVG or PDF</source>
        <translation>保存当前获得键盘焦点的图或表：CSV、PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Copy plot or table</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Put the plot or table that has the keyboard onto the clipboard: picture and numbers</source>
        <translation>把当前获得键盘焦点的图或表放到剪贴板：图片和数字</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the plot or table that has the keyboard, or else the network</source>
        <translation>打印当前获得键盘焦点的图或表；没有时打印网络</translation>
    </message>
    <message>
        <source>Export one step as an animation…</source>
        <translation>将一次更新导出为动画…</translation>
    </message>
    <message>
        <source>Make one update, and save it as a moving picture</source>
        <translation>做一次更新，并存为动画</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close Backlight</source>
        <translation>关闭 Backlight</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>与系统一样的深色或浅色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark marks on a light ground</source>
        <translation>浅底深色记号</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light marks on a dark ground</source>
        <translation>深底浅色记号</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>The system&apos;s language, where it is there</source>
        <translation>系统的语言（如果有）</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Colour each connection by its w</source>
        <translation>按 w 给每条连接着色</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Colour each connection by a·w, what it carries for the shown example</source>
        <translation>按 a·w（所显示样本经它传送的信号）给每条连接着色</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Colour each connection by ∂C/∂w of the shown example</source>
        <translation>按所显示样本的 ∂C/∂w 给每条连接着色</translation>
    </message>
    <message>
        <source>Mean gradient</source>
        <translation>平均梯度</translation>
    </message>
    <message>
        <source>Colour each connection by the last batch’s mean gradient: with L1 and L2, before clipping</source>
        <translation>按上一个批次的平均梯度给每条连接着色：含 L1 和 L2，裁剪前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化量</translation>
    </message>
    <message>
        <source>Colour each connection by ΔW, what the last update changed</source>
        <translation>按 ΔW（上一次更新的变化量）给每条连接着色</translation>
    </message>
    <message>
        <source>One weight of a kernel</source>
        <translation>卷积核的一个权重</translation>
    </message>
    <message>
        <source>All places that share it, what each adds to ∂C/∂w, and how that is collected</source>
        <translation>共享它的所有位置、每个位置对 ∂C/∂w 的贡献，以及如何汇总</translation>
    </message>
    <message>
        <source>One scale for all gaps</source>
        <translation>各层间同一色标</translation>
    </message>
    <message>
        <source>Full colour stands for the same number between all layers</source>
        <translation>在所有层之间，最浓的颜色代表同一个数</translation>
    </message>
    <message>
        <source>Lock the scales</source>
        <translation>锁定色标</translation>
    </message>
    <message>
        <source>Full colour goes on standing for the same numbers: for before and after</source>
        <translation>最浓的颜色一直代表同样的数：便于前后比较</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>拉近</translation>
    </message>
    <message>
        <source>Enlarge the network; so does the wheel</source>
        <translation>拉近网络，放大来看；滚轮也可以</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>拉远</translation>
    </message>
    <message>
        <source>Make the network smaller again</source>
        <translation>把网络拉远，缩小来看</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Fit the whole network into its view</source>
        <translation>让整个网络正好装进视图</translation>
    </message>
    <message>
        <source>Unfold wide layers</source>
        <translation>展开宽的层</translation>
    </message>
    <message>
        <source>Show every neuron of every layer, however small</source>
        <translation>显示每一层的每个神经元，无论多小</translation>
    </message>
    <message>
        <source>Favourite classes</source>
        <translation>偏爱的类别</translation>
    </message>
    <message>
        <source>Write into each neuron for which class it is strongest over the test set</source>
        <translation>在每个神经元里写出它在测试集上对哪一类最强</translation>
    </message>
    <message>
        <source>Weights × this example</source>
        <translation>权重 × 这个样本</translation>
    </message>
    <message>
        <source>Large neurons of the first layer show x·w in place of their weights</source>
        <translation>第一层的大神经元显示 x·w 而不是权重</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Put hidden neurons in the order of the class they fire most for; the function stays the same</source>
        <translation>把隐藏神经元按各自最偏爱的类别排序；函数保持不变</translation>
    </message>
    <message>
        <source>What L is made of</source>
        <translation>L 由什么组成</translation>
    </message>
    <message>
        <source>Every example as a dot, and how much each of them adds to L</source>
        <translation>每个样本是一个点，以及它为 L 贡献多少</translation>
    </message>
    <message>
        <source>Who taught it this?</source>
        <translation>这是谁教的？</translation>
    </message>
    <message>
        <source>The training examples that pulled the answer to the shown one, and the proof without them</source>
        <translation>哪些训练样本影响了网络对所示样本的回答，以及去掉它们重新训练的验证</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>What the numbers of this run say in plain words, and one thing to try for each</source>
        <translation>用平常的话说出这次训练的数字说明了什么，每一条都有一个可以尝试的办法</translation>
    </message>
    <message>
        <source>What each pixel decides</source>
        <translation>每个像素决定了什么</translation>
    </message>
    <message>
        <source>What each pixel of the example does to C and to the answer if it is flipped</source>
        <translation>把样本的任何一个像素翻转，C 和回答会怎样</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>保留手写</translation>
    </message>
    <message>
        <source>Keep the drawing in your own test set, as what you meant</source>
        <translation>把手写按你所指的类别保留到自己的测试集</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的测试集</translation>
    </message>
    <message>
        <source>The drawings and images that you have kept, and what the network says to each</source>
        <translation>你保留的手写和图像，以及网络对每一个的判断</translation>
    </message>
    <message>
        <source>Everything this filter can say</source>
        <translation>这个卷积核能说的一切</translation>
    </message>
    <message>
        <source>All patterns that the chosen filter can be shown, or the windows that excite it most</source>
        <translation>所选卷积核可能遇到的全部图样，或最能激发它的窗口</translation>
    </message>
    <message>
        <source>{count} a neuron</source>
        <translation>每个神经元 {count} 条</translation>
    </message>
    <message>
        <source>Each neuron&apos;s {count} strongest connections for this example</source>
        <translation>每个神经元对这个样本最强的 {count} 条连接</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Both signs</source>
        <translation>正负都画</translation>
    </message>
    <message>
        <source>Draw connections whose number is positive, and negative ones</source>
        <translation>画出数值为正的连接，也画出为负的</translation>
    </message>
    <message>
        <source>Only positive</source>
        <translation>只画正的</translation>
    </message>
    <message>
        <source>Draw only connections whose number is positive</source>
        <translation>只画出数值为正的连接</translation>
    </message>
    <message>
        <source>Only negative</source>
        <translation>只画负的</translation>
    </message>
    <message>
        <source>Draw only connections whose number is negative</source>
        <translation>只画出数值为负的连接</translation>
    </message>
    <message>
        <source>Every connection between the neurons shown</source>
        <translation>所显示的神经元之间的每一条连接</translation>
    </message>
    <message>
        <source>Back to training examples</source>
        <translation>返回训练样本</translation>
    </message>
    <message>
        <source>Show the examples that the training works on again</source>
        <translation>重新显示训练正在使用的样本</translation>
    </message>
    <message>
        <source>Click anything to have it explained; called twice, it explains what has the keyboard</source>
        <translation>点击任何东西查看它的说明；连按两次，则说明键盘焦点所在之处</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>What you see, the lecture&apos;s words, and what to try next, beside the picture</source>
        <translation>在网络图旁边说明：你看到的是什么、课上的术语、接下来可以试什么</translation>
    </message>
    <message>
        <source>Marks and their numbers…</source>
        <translation>标记和它们的数…</translation>
    </message>
    <message>
        <source>Next phase of the update</source>
        <translation>这次更新的下一阶段</translation>
    </message>
    <message>
        <source>Phase before</source>
        <translation>上一阶段</translation>
    </message>
    <message>
        <source>The network, L, and Inspect</source>
        <translation>网络、L 和“查看”</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>所有命令…</translation>
    </message>
    <message>
        <source>Find any command by its name, with its key</source>
        <translation>按名称查找任何命令，并显示它的按键</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按键…</translation>
    </message>
    <message>
        <source>The key of every command, to be looked up or changed</source>
        <translation>查看或更改每个命令的按键</translation>
    </message>
    <message>
        <source>Copy details for a report</source>
        <translation>复制报告所需的详情</translation>
    </message>
    <message>
        <source>Put versions, settings and the end of the log onto the clipboard</source>
        <translation>把版本、设置和日志末尾放到剪贴板</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>首选项…</translation>
    </message>
    <message>
        <source>Theme, language, size of type, motion and keys in one place</source>
        <translation>主题、语言、字号、动画和按键都在这里</translation>
    </message>
    <message>
        <source>Keys of one letter</source>
        <translation>单字母按键</translation>
    </message>
    <message>
        <source>Whether keys such as N or R act without Ctrl</source>
        <translation>N、R 之类的键不按 Ctrl 是否起作用</translation>
    </message>
    <message>
        <source>Start the training’s process again, from what was saved last</source>
        <translation>重新启动训练进程，从最后保存的状态继续</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Move the keyboard to the numbers of a neuron or connection</source>
        <translation>把键盘焦点移到神经元或连接的数值</translation>
    </message>
    <message>
        <source>Move the keyboard to the three steps</source>
        <translation>把键盘焦点移到三个步骤</translation>
    </message>
    <message>
        <source>Go to the steps</source>
        <translation>转到三个步骤</translation>
    </message>
    <message>
        <source>Show or hide the three steps</source>
        <translation>显示或隐藏三个步骤</translation>
    </message>
    <message>
        <source>Open weights…</source>
        <translation>打开权重…</translation>
    </message>
    <message>
        <source>Begin a run with weights that were saved from PyTorch, or exported here</source>
        <translation>用从 PyTorch 保存的或在此导出的权重开始新的训练</translation>
    </message>
    <message>
        <source>Export weights…</source>
        <translation>导出权重…</translation>
    </message>
    <message>
        <source>Save the weights on screen for PyTorch, Keras or NumPy</source>
        <translation>把屏幕上的权重保存给 PyTorch、Keras 或 NumPy 使用</translation>
    </message>
    <message>
        <source>Copy as PyTorch code</source>
        <translation>复制为 PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy code that builds this network in PyTorch and loads its exported weights</source>
        <translation>复制在 PyTorch 中搭建这个网络并载入其导出权重的代码</translation>
    </message>
    <message>
        <source>Copy as Keras code</source>
        <translation>复制为 Keras 代码</translation>
    </message>
    <message>
        <source>Copy code that builds this network in Keras and loads its exported weights</source>
        <translation>复制在 Keras 中搭建这个网络并载入其导出权重的代码</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Leave all of this, and begin as at the start</source>
        <translation>离开当前的一切，像刚启动时那样重新开始</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save runs, weights, curves and drawing in one file, to go on from later</source>
        <translation>把各次训练、权重、曲线和手写保存到一个文件中，以后接着训练</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save all of this in another file</source>
        <translation>把这一切保存到另一个文件</translation>
    </message>
    <message>
        <source>Save my own data with it</source>
        <translation>把自己的数据一并保存</translation>
    </message>
    <message>
        <source>Find unsaved work…</source>
        <translation>查找未保存的内容…</translation>
    </message>
    <message>
        <source>Offer what a window has left that was ended by somebody</source>
        <translation>找回意外结束的窗口留下的内容</translation>
    </message>
    <message>
        <source>Show one update phase by phase: on to the next one, and hold it; looking back, one update on</source>
        <translation>逐个阶段地展示一次更新：进入下一阶段并停住；回看时前进一次更新</translation>
    </message>
    <message>
        <source>Back to the phase before, from the change of the weights on no further; elsewhere one update back</source>
        <translation>回到上一阶段，权重改变之后不能再往回；其他时候退回一次更新</translation>
    </message>
    <message>
        <source>One update back</source>
        <translation>退回一次更新</translation>
    </message>
    <message>
        <source>Show the network as it was one update before; nothing that was trained is lost</source>
        <translation>显示一次更新之前的网络；训练的成果一点也不会丢</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Back to the newest update</source>
        <translation>回到最新的更新</translation>
    </message>
    <message>
        <source>Begin a run of its own from the update that is shown; the old one is kept</source>
        <translation>从正在显示的更新开始另一次训练；原来的保留</translation>
    </message>
    <message>
        <source>When did it …?</source>
        <translation>什么时候……？</translation>
    </message>
    <message>
        <source>Film of the training…</source>
        <translation>训练影片…</translation>
    </message>
    <message>
        <source>Play the training that was done, forwards or backwards, and save it as a film</source>
        <translation>播放已完成的训练，正放或倒放，并存为影片</translation>
    </message>
    <message>
        <source>Train both</source>
        <translation>一起训练</translation>
    </message>
    <message>
        <source>Train the network beside together with this one, on the same batches</source>
        <translation>用同样的批次，同时训练旁边的网络和这一个</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Show another run, or another moment, as a second network beside this one</source>
        <translation>在旁边显示第二个网络：另一次训练，或另一个时刻</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>The network beside becomes the one that is trained, and this one stands beside it</source>
        <translation>旁边的网络成为正在训练的网络，这一个改到旁边</translation>
    </message>
    <message>
        <source>When an example was right for good, a neuron dead, L under a number, …; and go there</source>
        <translation>样本何时一直判对、神经元何时失效、L 何时低于某个数……；并跳到那里</translation>
    </message>
    <message>
        <source>Are they two solutions?</source>
        <translation>它们是两个不同的解吗？</translation>
    </message>
    <message>
        <source>Measure the loss on the straight line between two runs, also with their neurons matched</source>
        <translation>测量两次训练之间直线上的损失，以及对齐神经元之后的损失</translation>
    </message>
    <message>
        <source>Open a session that was saved, weights, or data of your own</source>
        <translation>打开保存过的会话文件、权重，或自己的数据</translation>
    </message>
    <message>
        <source>Make one update, then pause; in slow motion step by step; in a walkthrough its next phase</source>
        <translation>做一次更新，然后暂停；慢动作时会讲解这次更新；讲解中进入下一阶段</translation>
    </message>
    <message>
        <source>From any speed to the fastest that this machine can, and back; a walkthrough ends</source>
        <translation>切换到这台机器的最快速度，或恢复原来的速度；讲解随之结束</translation>
    </message>
    <message>
        <source>One epoch back</source>
        <translation>退回一个轮次</translation>
    </message>
    <message>
        <source>Show the network as it was an epoch before; nothing that was trained is lost</source>
        <translation>显示一个轮次之前的网络；训练的成果一点也不会丢</translation>
    </message>
    <message>
        <source>One epoch on</source>
        <translation>前进一个轮次</translation>
    </message>
    <message>
        <source>Looking back, show the network as it was an epoch later; nothing is trained</source>
        <translation>回看时，显示一个轮次之后的网络；不做训练</translation>
    </message>
</context>
<context>
    <name>ActivationBox</name>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
</context>
<context>
    <name>ActivationGraph</name>
    <message>
        <source>The activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>f over z; the dot is this neuron&apos;s z and f(z)</source>
        <translation>f 随 z 的曲线；圆点是这个神经元的 z 和 f(z)</translation>
    </message>
</context>
<context>
    <name>AddLayerButton</name>
    <message>
        <source>Add a hidden layer of any kind</source>
        <translation>添加一个任意种类的隐藏层</translation>
    </message>
    <message>
        <source>{most} layers are the most</source>
        <translation>最多 {most} 层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Kinds of layers</source>
        <translation>层的种类</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>Export one step as an animation</source>
        <translation>将一次更新导出为动画</translation>
    </message>
    <message>
        <source>One update as a story: the signal, C, the gradient on its way back, the batch&apos;s mean gradient, and the change. The update is really made, as by One update.</source>
        <translation>把一次更新做成一段动画：信号、C、往回走的梯度、批次的平均梯度，以及变化量。这次更新真的会做，与“更新一次”相同。</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of the animation</source>
        <translation>动画的类型</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Size of the animation in pixels</source>
        <translation>动画的大小（像素）</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>帧率(&amp;M)</translation>
    </message>
    <message>
        <source>How many frames are shown a second</source>
        <translation>每秒显示多少帧</translation>
    </message>
    <message>
        <source>The training is paused, and the next update is really made, as by One update. Its story lasts about {seconds} seconds; the last picture stays for 2.</source>
        <translation>训练会暂停，下一次更新真的会做，与“更新一次”相同。动画约 {seconds} 秒；最后一幅画面停留 2 秒。</translation>
    </message>
</context>
<context>
    <name>AnnouncementPresenter</name>
    <message>
        <source>{switch}: on</source>
        <translation>{switch}：开</translation>
    </message>
    <message>
        <source>{switch}: off</source>
        <translation>{switch}：关</translation>
    </message>
    <message>
        <source>undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>redone: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>the training runs</source>
        <translation>训练正在运行</translation>
    </message>
    <message>
        <source>paused at update {update}</source>
        <translation>已暂停在第 {update} 次更新</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>looking back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>pinned: {what}</source>
        <translation>已固定：{what}</translation>
    </message>
    <message>
        <source>no longer pinned: {what}</source>
        <translation>已取消固定：{what}</translation>
    </message>
    <message>
        <source>All of the network is in sight.</source>
        <translation>整个网络都在视野内。</translation>
    </message>
    <message>
        <source>The network is enlarged {factor} times.</source>
        <translation>网络已放大到 {factor} 倍。</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>{count} others together {sum}</source>
        <translation>其余 {count} 个合计 {sum}</translation>
    </message>
    <message>
        <source>1 other {sum}</source>
        <translation>另外 1 个 {sum}</translation>
    </message>
    <message>
        <source>All outputs y for this example</source>
        <translation>网络对这个样本的全部输出 y</translation>
    </message>
    <message>
        <source>All outputs y for the example beside, with the parameters of the update that the page names. The right answer’s bar is outlined, a wrong answer is hatched. With softmax and cross-entropy C = −ln y of the right answer: a line leads from its bar to C on the axis and to its place on the curve. With other losses all bars make C: a bracket stands along them, and a tick at each ŷ.</source>
        <translation>网络对旁边样本的全部输出 y，用页面注明的那次更新的参数算出。正确答案的条有外框，错误的答案用斜线填充。用 softmax 和交叉熵时，C = −ln y，y 属于正确答案：一条线从它的条通到轴上的 C 和曲线上的位置。用其他损失时，所有条一起构成 C：旁边有一个括线，每个 ŷ 处有一个刻度。</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Its answers</source>
        <translation>它的回答</translation>
    </message>
    <message>
        <source>here: places of the picture that is shown; seen: windows of the training set</source>
        <translation>此处：所示图像中的位置数；出现：训练集中的窗口数</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>图样</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>出现</translation>
    </message>
    <message>
        <source>The filter’s answers, the largest first</source>
        <translation>卷积核的回答，从大到小</translation>
    </message>
    <message>
        <source>Every pattern that occurs, in the order of its answer z: how often the picture that is shown has it, and how often it was seen among all windows of the training set. Choose one with the arrow keys, Home and End.</source>
        <translation>所有出现过的图样，按其回答 z 排列：它在所示图像中有几处，在训练集的全部窗口中出现多少次。用方向键、Home 和 End 选择。</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>Every bar makes C: −ln y of the right answer, and −ln(1 − y) of each other one.</source>
        <translation>每个条都构成 C：正确答案的 −ln y，加上其他每个的 −ln(1 − y)。</translation>
    </message>
    <message>
        <source>Every bar makes C: C = ½ Σ (y − ŷ)², with ŷ at the ticks.</source>
        <translation>每个条都构成 C：C = ½ Σ (y − ŷ)²，ŷ 在刻度处。</translation>
    </message>
</context>
<context>
    <name>ArchitectureOptions</name>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入数</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出数</translation>
    </message>
    <message>
        <source>{name}, normal</source>
        <translation>{name}，正态</translation>
    </message>
    <message>
        <source>{name}, uniform</source>
        <translation>{name}，均匀</translation>
    </message>
    <message>
        <source>random, standard deviation {deviation} of the layer</source>
        <translation>随机，标准差为该层的 {deviation}</translation>
    </message>
    <message>
        <source>normal, σ by hand</source>
        <translation>正态，自定 σ</translation>
    </message>
    <message>
        <source>random, standard deviation σ everywhere</source>
        <translation>随机，各层标准差都是 σ</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>all zero</source>
        <translation>全为零</translation>
    </message>
    <message>
        <source>Where the search begins: the weights at update 0</source>
        <translation>搜索从哪里开始：第 0 次更新时的权重</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>What the last layer makes of its sums z</source>
        <translation>最后一层怎样处理它的和 z</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>confidences whose sum is 1</source>
        <translation>总和为 1 的置信度</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>each output by itself between 0 and 1</source>
        <translation>每个输出各自在 0 与 1 之间</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>y = z, any number; it goes with the squared error</source>
        <translation>y = z，任意数；与平方误差搭配</translation>
    </message>
    <message>
        <source>Every weight is the same number: the neurons of a layer begin as copies of each other, and mostly stay so.</source>
        <translation>所有权重都是同一个数：同层神经元开始时完全相同，之后多半仍然相同。</translation>
    </message>
    <message>
        <source>Every weight is 0: no gradient passes back at first, and with plain ReLU layers only the output&apos;s biases are ever learned.</source>
        <translation>所有权重都是 0：起初没有梯度传回；若各层都是普通的 ReLU 层，则始终只能学到输出层的偏置。</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>均匀铺开</translation>
    </message>
    <message>
        <source>For 1 or 2 inputs only: weights ±s, and biases that spread the neurons evenly over the inputs from −1 to 1.</source>
        <translation>仅用于 1 或 2 个输入：权重为 ±s，偏置让神经元均匀铺在 −1 到 1 的输入上。</translation>
    </message>
    <message>
        <source>A hidden layer adds its input to its output, a = a_prev + f(z), wherever both have the same shape: signal and gradient then have a second way past the layer.</source>
        <translation>凡是输入与输出形状相同的隐藏层，都把输入加到输出上，a = a_prev + f(z)：信号和梯度就有了绕过该层的第二条路。</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>残差连接</translation>
    </message>
    <message>
        <source>Only where a layer makes as many neurons, or maps of the same size, as it reads</source>
        <translation>只在该层的输出与输入的神经元数（或特征图的数目和大小）相同时</translation>
    </message>
    <message>
        <source>their W starts ×</source>
        <translation>其初始 W ×</translation>
    </message>
    <message>
        <source>Scale of the residual layers&apos; initial weights</source>
        <translation>残差层初始权重的倍数</translation>
    </message>
    <message>
        <source>Size of the first weights</source>
        <translation>第一层权重的大小</translation>
    </message>
    <message>
        <source>Value of every weight</source>
        <translation>每个权重的值</translation>
    </message>
    <message>
        <source>Standard deviation of the weights</source>
        <translation>权重的标准差</translation>
    </message>
    <message>
        <source>in {count} of {all} hidden layers</source>
        <translation>{all} 个隐藏层中的 {count} 个</translation>
    </message>
    <message>
        <source>The function: {formula}</source>
        <translation>函数：{formula}</translation>
    </message>
    <message>
        <source>in training: each hidden f(z) × {factor}, or × 0 with probability {share}</source>
        <translation>训练时：每个隐藏层的 f(z) × {factor}，或以概率 {share} × 0</translation>
    </message>
    <message>
        <source>Their initial weights are multiplied by this; near 0 every residual layer begins as little more than a_prev + f(0), which suits many layers.</source>
        <translation>它们的初始权重乘以此值；接近 0 时，每个残差层一开始几乎就是 a_prev + f(0)，适合很多层的网络。</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>来自 {name}</translation>
    </message>
    <message>
        <source>{W} is 0 outside of its windows</source>
        <translation>{W} 在窗口之外为 0</translation>
    </message>
</context>
<context>
    <name>ArchitecturePanel</name>
    <message>
        <source>{count} parameters θ</source>
        <translation>{count} 个参数 θ</translation>
    </message>
    <message>
        <source>1  Function set</source>
        <translation>1  函数集</translation>
    </message>
    <message>
        <source>A network structure is a function set: every choice of its parameters θ (all weights and biases) is one function. Here the structure is chosen; the training then looks for the best function of the set. Changing the structure starts a new network, and Undo brings the old one back.</source>
        <translation>一个网络结构就是一个函数集：参数 θ（所有权重和偏置）的每一种取值都是一个函数。这里选择结构，训练再去找这个函数集里最优的函数。改变结构会开始一个新网络，撤销可以找回原来的。</translation>
    </message>
    <message>
        <source>one for each layer</source>
        <translation>每层各选一个</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>What a hidden neuron makes of its sum z</source>
        <translation>隐藏神经元对它的和 z 做什么</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of the function set</source>
        <translation>函数集的更多设置</translation>
    </message>
    <message>
        <source>Outputs, initial weights, residual connections, and the function written out</source>
        <translation>输出、初始权重、残差连接，以及写出的函数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的初始权重</translation>
    </message>
    <message>
        <source>Begin again from other initial weights</source>
        <translation>从另一组初始权重重新开始</translation>
    </message>
    <message>
        <source>{count} layers of {size}</source>
        <translation>{count} 层 × 每层 {size} 个</translation>
    </message>
    <message>
        <source>Decides all chance: the initial weights, the order of the examples, dropout</source>
        <translation>决定所有随机之处：初始权重、样本的顺序、随机失活</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>There is no room for the three steps at this size: Ctrl+− or F11 makes some.</source>
        <translation>字号太大，放不下三个步骤：按 Ctrl+− 缩小，或按 F11 退出全屏。</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>largest a of its block</source>
        <translation>所在块中最大的 a</translation>
    </message>
    <message>
        <source>mean a of its block</source>
        <translation>所在块的 a 的平均</translation>
    </message>
    <message>
        <source>the largest, the first of equals</source>
        <translation>最大者，相等时取第一个</translation>
    </message>
    <message>
        <source>added: residual connection</source>
        <translation>由残差连接加上</translation>
    </message>
    <message>
        <source>output {formula}</source>
        <translation>输出 {formula}</translation>
    </message>
    <message>
        <source>activation {formula}</source>
        <translation>激活值 {formula}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation>输出 {name}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>signal, forwards</source>
        <translation>信号，前向</translation>
    </message>
    <message>
        <source>sum of all {count} that share w</source>
        <translation>共用此 w 的 {count} 条之和</translation>
    </message>
    <message>
        <source>its part of ∂C/∂w</source>
        <translation>它对 ∂C/∂w 的贡献</translation>
    </message>
    <message>
        <source>positive parts of all that share w</source>
        <translation>共用 w 的全部正的部分</translation>
    </message>
    <message>
        <source>negative parts</source>
        <translation>负的部分</translation>
    </message>
    <message>
        <source>agreement {share}</source>
        <translation>一致度 {share}</translation>
    </message>
    <message>
        <source>gradient, stays</source>
        <translation>梯度，留在连接上</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>反向传回</translation>
    </message>
    <message>
        <source>full colour at |w| = {scale}</source>
        <translation>|w| = {scale} 时颜色最浓</translation>
    </message>
    <message>
        <source>layer {layer}, {unit}</source>
        <translation>第 {layer} 层，{unit}</translation>
    </message>
</context>
<context>
    <name>CellWayView</name>
    <message>
        <source>After the next exact measurement the way of a cell over the run stands here.</source>
        <translation>下一次精确测量之后，这里显示单元格在训练过程中的变化。</translation>
    </message>
    <message>
        <source>counts by their logarithm</source>
        <translation>个数用对数刻度</translation>
    </message>
    <message>
        <source>updates; a dot is an exact measurement</source>
        <translation>更新次数；每个点是一次精确测量</translation>
    </message>
    <message>
        <source>How many examples the cell has had over the run</source>
        <translation>训练过程中单元格里的样本数</translation>
    </message>
    <message>
        <source>The count of the chosen cell at every exact measurement of this run: solid; that of the cell with class and answer exchanged dashed; all others of their kind faint. A click on a dot, or the arrow keys, choose a moment: the matrix then shows what has become more or fewer since. A second click, or Del, subtracts nothing. Who looks back finds a ring at that update, and its counts beside the lines.</source>
        <translation>所选单元格在本次训练每次精确测量时的样本数：实线；类别与答案互换的单元格：虚线；其余同类的：淡线。点击一个点，或用方向键，可以选择一个时刻：矩阵随即显示此后增加或减少了多少。再点一次，或按 Del，则不减去任何时刻。回看时，圆环标出所看的那次更新，线旁的数是那时的样本数。</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>over the test set, after update {update}</source>
        <translation>在测试集上，第 {update} 次更新后</translation>
    </message>
    <message>
        <source>no test example of {names}</source>
        <translation>测试集中没有{names}的样本</translation>
    </message>
    <message>
        <source>hatched</source>
        <translation>斜线处</translation>
    </message>
    <message>
        <source>the shown example is {name}</source>
        <translation>所示样本是 {name}</translation>
    </message>
    <message>
        <source>Mean output for each class</source>
        <translation>对每一类的平均输出</translation>
    </message>
    <message>
        <source>For which class this neuron is strongest. The outlined one is the shown example&apos;s class.</source>
        <translation>这个神经元对哪一类最强。带框的是所示样本的类。</translation>
    </message>
</context>
<context>
    <name>ClassWords</name>
    <message>
        <source>{right} of {count} right, {wrong} wrong</source>
        <translation>{count} 个中 {right} 个判对，{wrong} 个判错</translation>
    </message>
    <message>
        <source>of these {count} say no class alone</source>
        <translation>其中 {count} 个没有唯一的判断</translation>
    </message>
    <message>
        <source>all mistakes</source>
        <translation>所有判错的</translation>
    </message>
    <message>
        <source>is {label}, says another</source>
        <translation>应为 {label}，判为别的</translation>
    </message>
    <message>
        <source>says none alone</source>
        <translation>没有唯一的判断</translation>
    </message>
    <message>
        <source>is {label}, says none alone</source>
        <translation>应为 {label}，没有唯一的判断</translation>
    </message>
    <message>
        <source>says {answer}, is another</source>
        <translation>判为 {answer}，应为别的</translation>
    </message>
    <message>
        <source>is {label}, says {answer}: right</source>
        <translation>应为 {label}，判为 {answer}：正确</translation>
    </message>
    <message>
        <source>is {label}, says {answer}</source>
        <translation>应为 {label}，判为 {answer}</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{count} / {of}</translation>
    </message>
    <message>
        <source>no recall: none of these examples is {name}</source>
        <translation>没有召回率：这些样本中没有一个是 {name}</translation>
    </message>
    <message>
        <source>recall {recall}</source>
        <translation>召回率 {recall}</translation>
    </message>
    <message>
        <source>no precision: none is answered with {name}</source>
        <translation>没有精确率：没有一个被判为 {name}</translation>
    </message>
    <message>
        <source>precision {precision}</source>
        <translation>精确率 {precision}</translation>
    </message>
    <message>
        <source>minus those of update {update}</source>
        <translation>减去更新 {update} 时的</translation>
    </message>
    <message>
        <source>minus those of run {name}, update {update}</source>
        <translation>减去训练“{name}”在更新 {update} 时的</translation>
    </message>
    <message>
        <source>At update {update}: {count}</source>
        <translation>更新 {update} 时：{count}</translation>
    </message>
    <message>
        <source>Run {name}, update {update}: {count}</source>
        <translation>训练“{name}”，更新 {update} 时：{count}</translation>
    </message>
    <message>
        <source>share of Σ C</source>
        <translation>在 Σ C 中的占比</translation>
    </message>
    <message>
        <source>share of L</source>
        <translation>在 L 中的占比</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{first} to {last} of {count}</source>
        <translation>{first} 至 {last} / {count}</translation>
    </message>
    <message>
        <source>largest y first</source>
        <translation>y 从大到小</translation>
    </message>
    <message>
        <source>largest C first</source>
        <translation>C 从大到小</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>No command is called “{words}”. Try fewer letters.</source>
        <translation>没有叫“{words}”的命令。请少输入几个字。</translation>
    </message>
    <message>
        <source>{command}: not available now</source>
        <translation>{command}：现在不可用</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Type part of a command&apos;s name; arrow keys choose one of those found, and Enter does it.</source>
        <translation>输入命令名称的一部分；用方向键选择，按 Enter 执行。</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>命令的名称</translation>
    </message>
    <message>
        <source>Commands that were found</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>网络结构</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差连接</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>seed of weights</source>
        <translation>权重的种子</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他样本</translation>
    </message>
    <message>
        <source>{name}, uniform</source>
        <translation>{name}，均匀</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数个数</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>L at update</source>
        <translation>L 的更新</translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation>平均 Cⁿ</translation>
    </message>
    <message>
        <source>test, mean Cⁿ</source>
        <translation>测试集平均 Cⁿ</translation>
    </message>
    <message>
        <source>training right</source>
        <translation>训练集准确率</translation>
    </message>
    <message>
        <source>test right</source>
        <translation>测试集准确率</translation>
    </message>
    <message>
        <source>example’s C</source>
        <translation>此样本的 C</translation>
    </message>
    <message>
        <source>C, other examples</source>
        <translation>不同样本的 C</translation>
    </message>
    <message>
        <source>A and B show different examples</source>
        <translation>A 与 B 显示的样本不同</translation>
    </message>
    <message>
        <source>C, with dropout</source>
        <translation>C（有随机失活）</translation>
    </message>
    <message>
        <source>{letter} is shown with neurons dropped</source>
        <translation>{letter} 显示时有神经元被丢掉</translation>
    </message>
    <message>
        <source>rms ∂C/∂w, {gap}</source>
        <translation>∂C/∂w 均方根，{gap}</translation>
    </message>
    <message>
        <source>How large the gradient of the shown example is there: the root of its mean square</source>
        <translation>所显示样本的梯度在那里有多大：均方根</translation>
    </message>
    <message>
        <source>{name} is on other examples: only runs on the same data see the same batches.</source>
        <translation>{name} 用的是别的样本：只有数据相同的训练才有同样的批次。</translation>
    </message>
    <message>
        <source>{name} takes the examples in another order, as its seed is another: only runs of the same seed see the same batches.</source>
        <translation>{name} 的种子不同，取样本的顺序就不同：只有种子相同的训练才有同样的批次。</translation>
    </message>
    <message>
        <source>{name} is, after its newest update, in another epoch: its next batches are others.</source>
        <translation>{name} 在最新一次更新之后处在另一个轮次中：接下来的批次不同。</translation>
    </message>
    <message>
        <source>{name} stands, after its newest update, at another place of the same epoch: its next batches are others.</source>
        <translation>{name} 在最新一次更新之后处在同一轮次中的另一个位置：接下来的批次不同。</translation>
    </message>
    <message>
        <source>{name} has diverged, so it is not trained: its next update makes a number too large to write.</source>
        <translation>{name} 已发散，因此不再训练：它的下一次更新会产生大到无法表示的数。</translation>
    </message>
    <message>
        <source>{name} is not there any more, so it is not trained.</source>
        <translation>{name} 已不存在，因此不再训练。</translation>
    </message>
    <message>
        <source>{name} is trained no further: update {update} made a number too large to write. It stays at the update before; the others go on.</source>
        <translation>{name} 不再训练：第 {update} 次更新出现数值溢出。它停在上一次更新；其他各次训练继续。</translation>
    </message>
    <message>
        <source>{name} is trained no further: its test loss has not fallen for as long as its patience lasts, up to update {update}. The others go on.</source>
        <translation>{name} 不再训练：到第 {update} 次更新为止，测试损失在设定的耐心轮次内没有再下降。其他各次训练继续。</translation>
    </message>
    <message>
        <source>Paused: Space trains both, each on the same batches.</source>
        <translation>已暂停：按空格一起训练，每次用相同的批次。</translation>
    </message>
    <message>
        <source>{name} has batches of another size than A, after the newest update of each: give both the same there to train them together.</source>
        <translation>在各自最新一次更新之后，{name} 的批次大小与 A 不同：请在那里设为相同，才能一起训练。</translation>
    </message>
    <message>
        <source>To train both from one update, look at it in both; where one looks back, click its picture and branch there (B). Then train both.</source>
        <translation>要从同一次更新起一起训练，请在两者中都看这次更新；哪一个在回看，就点击它的图，从那里分支（B）。然后一起训练。</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Train together: {name}</source>
        <translation>一起训练：{name}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Two networks side by side: two runs, or two moments of one run. Both are shown the same example, and full colour stands for the same number in both. What you do to the picture, you do to both. The neurons of B stand in A’s order, sorted or not, so that a place means the same neuron.</source>
        <translation>并排显示两个网络：两次训练，或一次训练的两个时刻。两者看到同一个样本，最浓的颜色在两者中代表同一个数。对图的操作同时作用于两者。无论是否排过序，B 的神经元都按 A 的顺序排列，因此同一位置是同一个神经元。</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>B becomes the run on screen, A stands beside it</source>
        <translation>B 成为屏幕上的训练，A 改到旁边</translation>
    </message>
    <message>
        <source>Train both</source>
        <translation>一起训练</translation>
    </message>
    <message>
        <source>Run and step train both: after each update of A one of B, on the same batch</source>
        <translation>运行和单步同时训练两者：A 每更新一次，B 也用同一批次更新一次</translation>
    </message>
    <message>
        <source>Trained together with A</source>
        <translation>与 A 一起训练</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show one network again</source>
        <translation>恢复只显示一个网络</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Compare A with B</source>
        <translation>比较 A 与 B</translation>
    </message>
</context>
<context>
    <name>ConfidenceWayView</name>
    <message>
        <source>y of the right answer over the run</source>
        <translation>正确答案的 y 在训练过程中的变化</translation>
    </message>
    <message>
        <source>Each dot is the y of this example&apos;s right answer when the exact L was measured, with the parameters of that update; the line only joins them.</source>
        <translation>每个点是精确测量 L 时，用那次更新的参数算出的该样本正确答案的 y；线只是把点连起来。</translation>
    </message>
</context>
<context>
    <name>ConfusionsPresenter</name>
    <message>
        <source>update {update}</source>
        <translation>更新 {update}</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>{what} over updates</source>
        <translation>{what}随更新次数的变化</translation>
    </message>
    <message>
        <source>A dot stands at each update at which it was measured, along with the exact L; lines join neighbours and are broken where something was not measured. A vertical line marks where settings or a parameter were changed. The wheel zooms this plot and that of L, dragging moves both, Up and Down choose a line.</source>
        <translation>每个点对应一次实际测量过的更新，与精确的 L 同时测得；折线连接相邻的点，没有测量的地方断开。竖线标出改变设置或参数的位置。滚轮同时缩放此图和 L 的曲线图，拖动则同时移动两者，上下方向键选择一条线。</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic: equal heights are equal factors (L, while the plot has the focus)</source>
        <translation>对数坐标：相同高度表示相同倍数（焦点在图上时按 L）</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个过程</translation>
    </message>
    <message>
        <source>Show the whole run, and follow it (0, while the plot has the focus)</source>
        <translation>显示整个训练过程并跟随（焦点在图上时按 0）</translation>
    </message>
    <message>
        <source>Value under the pointer</source>
        <translation>指针处的数值</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Total loss L</source>
        <translation>总损失 L</translation>
    </message>
    <message>
        <source>L over the updates, the test set, and the losses of the batches</source>
        <translation>L 随更新次数的变化，以及测试集和各批次的损失</translation>
    </message>
    <message>
        <source>C and penalties</source>
        <translation>C 与惩罚项</translation>
    </message>
    <message>
        <source>The mean Cⁿ of the training set, and beside it what L1 and L2 add to what is trained</source>
        <translation>训练集的平均 Cⁿ，以及 L1、L2 在训练目标中另加的部分</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How large ∂C/∂w is in each layer: its root mean square over the layer&apos;s weights, for the batch of that update, with L1 and L2, before clipping</source>
        <translation>每一层的 ∂C/∂w 有多大：该层所有权重上的均方根，取自那次更新的批次，包含 L1 和 L2，在裁剪之前</translation>
    </message>
    <message>
        <source>Update to weight</source>
        <translation>更新与权重之比</translation>
    </message>
    <message>
        <source>How far an update moves each layer: the root mean square of ΔW, divided by that of W before it</source>
        <translation>一次更新使每一层改变多少：ΔW 的均方根除以更新前 W 的均方根</translation>
    </message>
    <message>
        <source>Dead or saturated</source>
        <translation>失效或饱和</translation>
    </message>
    <message>
        <source>Which share of each hidden layer&apos;s neurons is dead or saturated over the test set; of feature maps, which share of the maps</source>
        <translation>每个隐藏层在测试集上失效或饱和的神经元所占比例；对特征图则是特征图所占比例</translation>
    </message>
    <message>
        <source>Noise of the gradient</source>
        <translation>梯度的噪声</translation>
    </message>
    <message>
        <source>How far the gradients of single examples lie apart, measured by their mean: √tr Σ / ‖g‖ of each layer. Σ is of the batch’s examples; of more than {most} it is of the first {most}. Divided by the root of the batch size it is about the relative error of the gradient of a batch drawn at random; gradient descent, whose batch is the whole set, has none</source>
        <translation>各样本的梯度彼此相差多少（以其平均值为尺度）：每一层的 √tr Σ / ‖g‖。Σ 取自批次的样本；超过 {most} 个时取前 {most} 个。除以批次大小的平方根，约为随机抽取的一个批次的梯度的相对误差；梯度下降的批次就是全部样本，没有这种误差</translation>
    </message>
    <message>
        <source>√tr Σ: first {count} of {whole}</source>
        <translation>√tr Σ：{whole} 个中的前 {count} 个</translation>
    </message>
    <message>
        <source>Nothing yet: the only exact L so far is the one before the first update. It is measured along with the next one.</source>
        <translation>还没有数值：目前只有第一次更新之前的那个精确的 L。测量下一个精确的 L 时会一起测量它。</translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation>平均 Cⁿ</translation>
    </message>
    <message>
        <source>rms ∂C/∂w</source>
        <translation>∂C/∂w 的均方根</translation>
    </message>
    <message>
        <source>rms ΔW / rms W</source>
        <translation>ΔW 与 W 的均方根之比</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>√tr Σ / ‖g‖</source>
        <translation>√tr Σ / ‖g‖</translation>
    </message>
    <message>
        <source>{what} (log)</source>
        <translation>{what}（对数）</translation>
    </message>
    <message>
        <source>It is measured along with the exact L: nothing is known yet.</source>
        <translation>它与精确的 L 同时测量：目前还没有数据。</translation>
    </message>
    <message>
        <source>Nothing is counted: this needs a hidden layer, and examples in the test set.</source>
        <translation>没有可统计的：这需要隐藏层，以及测试集中的样本。</translation>
    </message>
    <message>
        <source>Of no update measured do gradients differ: a batch of one example has no spread, nor have gradients that are all 0.</source>
        <translation>测过的更新中，各样本的梯度都没有差别：只有一个样本的批次没有离散程度，全为 0 的梯度也没有。</translation>
    </message>
    <message>
        <source>Nothing is known yet of the updates before each exact L: train on, and it is measured.</source>
        <translation>每次精确的 L 之前的那次更新还是未知的：继续训练，就会测量。</translation>
    </message>
    <message>
        <source>out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>C + penalties</source>
        <translation>C + 惩罚项</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>dead {dead}, saturated {saturated}</source>
        <translation>失效 {dead}，饱和 {saturated}</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>clouds</source>
        <translation>点团</translation>
    </message>
    <message>
        <source>disc and ring</source>
        <translation>圆盘与环</translation>
    </message>
    <message>
        <source>xor</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>三角波</translation>
    </message>
    <message>
        <source>|x|</source>
        <translation>|x|</translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>sum of sines</source>
        <translation>正弦之和</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>contents {checksum}</source>
        <translation>内容 {checksum}</translation>
    </message>
    <message>
        <source>{share} of labels shuffled</source>
        <translation>{share} 的标签被打乱</translation>
    </message>
    <message>
        <source>noise {share}</source>
        <translation>噪声 {share}</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Choose a file or a folder first.</source>
        <translation>请先选择文件或文件夹。</translation>
    </message>
    <message>
        <source>Draw a curve first, from left to right.</source>
        <translation>请先从左到右画一条曲线。</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>The examples that the network learns from, and those it is tested with. Other examples begin a new network; Undo brings the old one back.</source>
        <translation>网络学习用的样本，以及测试它的样本。换样本会开始一个新网络；撤销可以找回原来的。</translation>
    </message>
    <message>
        <source>Source of the examples</source>
        <translation>样本的来源</translation>
    </message>
    <message>
        <source>Where the examples come from</source>
        <translation>样本从哪里来</translation>
    </message>
    <message>
        <source>Digits (MNIST)</source>
        <translation>数字（MNIST）</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>A curve on the line</source>
        <translation>一元函数的曲线</translation>
    </message>
    <message>
        <source>My own data</source>
        <translation>自己的数据</translation>
    </message>
    <message>
        <source>How much is loaded</source>
        <translation>已载入多少</translation>
    </message>
    <message>
        <source>Learn from these</source>
        <translation>用这些样本训练</translation>
    </message>
    <message>
        <source>Begin a new network on these examples</source>
        <translation>用这些样本开始一个新网络</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop loading, or leave everything as it is</source>
        <translation>停止载入，或一切保持原样</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed gives the same examples</source>
        <translation>相同的种子给出相同的样本</translation>
    </message>
</context>
<context>
    <name>DataPresenter</name>
    <message>
        <source>The training’s process has ended: “Retry” starts it again.</source>
        <translation>训练进程已结束：用“重试”重新启动它。</translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Draw a curve here.</source>
        <translation>在这里画一条曲线。</translation>
    </message>
    <message>
        <source>The examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Draw a curve from left to right; by keyboard: arrows move the pen, Space lowers and lifts it</source>
        <translation>从左到右画一条曲线；用键盘：方向键移动笔，空格键落笔和抬笔</translation>
    </message>
    <message>
        <source>The training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>{drawn} of {count} drawn</source>
        <translation>画出 {count} 个中的 {drawn} 个</translation>
    </message>
</context>
<context>
    <name>DataRefusal</name>
    <message>
        <source>{path} could not be read (it is not there): choose a file that is there and readable.</source>
        <translation>无法读取 {path}（文件不存在）：请选择存在且可读的文件。</translation>
    </message>
    <message>
        <source>{path} could not be read (you may not read it): choose a file that is there and readable.</source>
        <translation>无法读取 {path}（没有读取权限）：请选择存在且可读的文件。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}): choose a file that is there and readable.</source>
        <translation>无法读取 {path}（{reason}）：请选择存在且可读的文件。</translation>
    </message>
    <message>
        <source>{path} is no name of a file: choose a file.</source>
        <translation>{path} 不是有效的文件名：请选择一个文件。</translation>
    </message>
    <message>
        <source>{path} is a folder: choose a file.</source>
        <translation>{path} 是文件夹：请选择一个文件。</translation>
    </message>
    <message>
        <source>{path} is not an ordinary file: choose a file.</source>
        <translation>{path} 不是普通文件：请选择一个文件。</translation>
    </message>
    <message>
        <source>{path} is of no kind that can be read: it may be IDX, NPZ with X and y, a table named .csv, .tsv or .txt, or a folder of folders of images.</source>
        <translation>无法识别 {path} 的类型：可以是 IDX 文件，含有 X 和 y 的 NPZ 文件，扩展名为 .csv、.tsv 或 .txt 的表格，或者由若干图像文件夹组成的文件夹。</translation>
    </message>
    <message>
        <source>{path} is a single image: drop it on the canvas, and the network answers it; to learn from images, choose a folder that has a folder of them for each class.</source>
        <translation>{path} 是单张图像：把它拖放到画布上，网络就会作答；若要从图像中学习，请选择一个文件夹，其中每个类别有一个装图像的文件夹。</translation>
    </message>
    <message>
        <source>{path} is empty: it may be IDX, NPZ with X and y, a table named .csv, .tsv or .txt, or a folder of folders of images.</source>
        <translation>{path} 是空文件：可以是 IDX 文件，含有 X 和 y 的 NPZ 文件，扩展名为 .csv、.tsv 或 .txt 的表格，或者由若干图像文件夹组成的文件夹。</translation>
    </message>
    <message>
        <source>{path} is no IDX file of images: only such have a second file, of labels.</source>
        <translation>{path} 不是 IDX 图像文件：只有 IDX 图像才另有标签文件。</translation>
    </message>
    <message>
        <source>{path} was changed while it was read: read it again.</source>
        <translation>{path} 在读取过程中被改动：请重新读取。</translation>
    </message>
    <message>
        <source>{path} holds other examples by now: put the old ones back there.</source>
        <translation>{path} 中的样本已与当时不同：请把原来的样本放回原处。</translation>
    </message>
    <message>
        <source>{path} needs {megabytes} MB of memory: take fewer examples or fewer numbers.</source>
        <translation>{path} 需要 {megabytes} MB 内存：请减少样本数或每个样本的数值个数。</translation>
    </message>
    <message>
        <source>{path} needs more memory than there is: take fewer examples or numbers.</source>
        <translation>内存不足，无法读取 {path}：请减少样本数或数值个数。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: gzip&apos;s stream has no end; copy it again.</source>
        <translation>{path} 不完整：gzip 数据没有结尾，请重新复制该文件。</translation>
    </message>
    <message>
        <source>{path} goes on after its end: nothing but gzip&apos;s streams may be in the file.</source>
        <translation>{path} 的结尾之后还有内容：文件中只能有 gzip 数据。</translation>
    </message>
    <message>
        <source>{path} is damaged: gzip&apos;s data or its checksum is wrong.</source>
        <translation>{path} 已损坏：gzip 数据或校验和有误。</translation>
    </message>
    <message>
        <source>{path} is empty: at least two examples are needed, of two classes.</source>
        <translation>{path} 中没有样本：至少需要属于两个类别的两个样本。</translation>
    </message>
    <message>
        <source>{path} holds {count} examples: there may be {limit} at most.</source>
        <translation>{path} 含有 {count} 个样本：最多 {limit} 个。</translation>
    </message>
    <message>
        <source>{path} holds examples of shape {shape}: each needs at least one number.</source>
        <translation>{path} 中样本的形状为 {shape}：每个样本至少要有一个数。</translation>
    </message>
    <message>
        <source>{path} holds {width} × {height} pixels: an image may be {limit} × {limit} at most.</source>
        <translation>{path} 的大小为 {width} × {height} 像素：图像最大为 {limit} × {limit}。</translation>
    </message>
    <message>
        <source>{path} has {count} numbers an example: there may be {limit} at most.</source>
        <translation>{path} 的每个样本有 {count} 个数：最多 {limit} 个。</translation>
    </message>
    <message>
        <source>{path} holds {count} numbers: there may be {limit} in all, so take fewer examples.</source>
        <translation>{path} 共有 {count} 个数：总共最多 {limit} 个，请减少样本数。</translation>
    </message>
    <message>
        <source>{path} has one example for each of its {count} classes: some class needs a second example, to test with.</source>
        <translation>{path} 的 {count} 个类别各只有一个样本：至少有一个类别需要第二个样本用于测试。</translation>
    </message>
    <message>
        <source>{path} has an example without a label: each example needs one.</source>
        <translation>{path} 中有样本没有标签：每个样本都需要标签。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: a label is {limit} signs at most, of text.</source>
        <translation>{path} 中有标签 {label}：标签必须是文字，最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: a label has no sign that cannot be seen, so leave {sign} out.</source>
        <translation>{path} 中有标签 {label}：标签中不能有看不见的字符，请去掉 {sign}。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: labels are words or whole numbers, one a class.</source>
        <translation>{path} 中有标签 {label}：标签应为文字或整数，每个类别一个。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: a label that is a whole number has {limit} digits at most.</source>
        <translation>{path} 有标签 {label}：作为标签的整数最多 {limit} 位。</translation>
    </message>
    <message>
        <source>{path} has labels of 1 class: 2 to {limit} classes are needed.</source>
        <translation>{path} 的标签只有 1 个类别：需要 2 到 {limit} 个类别。</translation>
    </message>
    <message>
        <source>{path} has labels of {count} classes: 2 to {limit} classes are needed.</source>
        <translation>{path} 的标签有 {count} 个类别：需要 2 到 {limit} 个类别。</translation>
    </message>
    <message>
        <source>{path} is empty: a line for each example is needed.</source>
        <translation>{path} 是空文件：每个样本需要一行。</translation>
    </message>
    <message>
        <source>{path} has a header and no example below it: at least two are needed, of two classes.</source>
        <translation>{path} 只有表头，下面没有样本：至少需要属于两个类别的两个样本。</translation>
    </message>
    <message>
        <source>{path} has a very long line {line}: it may have {limit} bytes.</source>
        <translation>{path} 的第 {line} 行过长：一行最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>{path} has over {count} lines: there may be {limit} examples.</source>
        <translation>{path} 超过 {count} 行：最多 {limit} 个样本。</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text in line {line}: save it as UTF-8.</source>
        <translation>{path} 的第 {line} 行不是 UTF-8 文本：请以 UTF-8 编码保存。</translation>
    </message>
    <message>
        <source>{path} has 1 column: 2 to {limit} are needed, separated by commas, semicolons or tabs.</source>
        <translation>{path} 只有 1 列：需要 2 到 {limit} 列，以逗号、分号或制表符分隔。</translation>
    </message>
    <message>
        <source>{path} has {count} columns: 2 to {limit} are needed, separated by commas, semicolons or tabs.</source>
        <translation>{path} 有 {count} 列：需要 2 到 {limit} 列，以逗号、分号或制表符分隔。</translation>
    </message>
    <message>
        <source>{path} has over {limit} different labels in column {column}: there may be {limit}; name the column that has the labels &apos;label&apos;.</source>
        <translation>{path} 第 {column} 列有 {limit} 种以上的标签，最多 {limit} 种：请把标签所在的列命名为 &apos;label&apos;。</translation>
    </message>
    <message>
        <source>{path} has over {limit} different labels in column {column}: there may be {limit}, so join classes, or leave examples out.</source>
        <translation>{path} 第 {column} 列有 {limit} 种以上的标签，最多 {limit} 种：请合并一些类别，或去掉一些样本。</translation>
    </message>
    <message>
        <source>{path} has over {limit} different labels in column {column}: there may be {limit}, so choose another column with the labels, or join classes.</source>
        <translation>{path} 第 {column} 列有 {limit} 种以上的标签，最多 {limit} 种：请另选标签所在的列，或合并一些类别。</translation>
    </message>
    <message>
        <source>{path} cannot be split into columns in line {line}: a field that begins with a quotation mark ends with one.</source>
        <translation>{path} 的第 {line} 行无法分列：以引号开头的字段必须以引号结尾。</translation>
    </message>
    <message>
        <source>{path} has {count} columns in line {line}: the first line has {expected}.</source>
        <translation>{path} 的第 {line} 行有 {count} 列：第一行有 {expected} 列。</translation>
    </message>
    <message>
        <source>{path} has decimal points and decimal commas up to line {line}: write all of them with one of the two.</source>
        <translation>{path} 到第 {line} 行为止同时用了“.”和“,”作小数点：请只用其中一种。</translation>
    </message>
    <message>
        <source>{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there may be numbers only, so correct it, or leave such columns out.</source>
        <translation>{path} 第 {line} 行应为数值处却是 {text}：标签取自第 {column} 列，其余各列只能有数值；请改正它，或去掉其他列中的文字。</translation>
    </message>
    <message>
        <source>{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there may be numbers only, so choose the column with the labels, or leave such columns out.</source>
        <translation>{path} 第 {line} 行应为数值处却是 {text}：标签取自第 {column} 列，其余各列只能有数值；请选择标签所在的列，或去掉其他列中的文字。</translation>
    </message>
    <message>
        <source>{path} has an empty field in line {line}, column {column}, where a number is needed: fill it in, or leave the line out.</source>
        <translation>{path} 第 {line} 行第 {column} 列应有数值，却是空的：请补上数值，或删去这一行。</translation>
    </message>
    <message>
        <source>{path} has {text} in line {line}: a number may be {largest} at most, or as far below 0.</source>
        <translation>{path} 第 {line} 行有 {text}：数值的绝对值最大为 {largest}。</translation>
    </message>
    <message>
        <source>{path} has a number in line {line} that is not finite: leave out or fill in what is missing.</source>
        <translation>{path} 的第 {line} 行有非有限的数值：请删去或补全缺失的数据。</translation>
    </message>
    <message>
        <source>{path} is no IDX file of images: it begins with 00 00 08 03 and the sizes.</source>
        <translation>{path} 不是 IDX 图像文件：这种文件以 00 00 08 03 和各维大小开头。</translation>
    </message>
    <message>
        <source>{path} is no IDX file of labels: it begins with 00 00 08 01 and the sizes.</source>
        <translation>{path} 不是 IDX 标签文件：这种文件以 00 00 08 01 和各维大小开头。</translation>
    </message>
    <message>
        <source>{path} has no labels beside it: choose the file with the labels as well.</source>
        <translation>{path} 旁边没有标签文件：请同时选择标签文件。</translation>
    </message>
    <message>
        <source>{path} holds {count} labels: the images in {images} are {expected}.</source>
        <translation>{path} 含有 {count} 个标签：而 {images} 中有 {expected} 个图像。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes: by its header it has {expected}.</source>
        <translation>{path} 有 {count} 字节：按文件头应有 {expected} 字节。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: by its header it has {count} examples.</source>
        <translation>{path} 不完整：按文件头应有 {count} 个样本。</translation>
    </message>
    <message>
        <source>{path} goes on after its end: by its header it has {count} examples.</source>
        <translation>{path} 的结尾之后还有内容：按文件头应有 {count} 个样本。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes: an image may have {limit}.</source>
        <translation>{path} 有 {count} 字节：一个图像文件最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>{path} is a huge image: it may have {limit} × {limit} pixels.</source>
        <translation>{path} 的图像过大：最大为 {limit} × {limit} 像素。</translation>
    </message>
    <message>
        <source>{path} cannot be read as an image: PNG, JPEG, BMP and GIF can be read.</source>
        <translation>无法将 {path} 作为图像读取：可读取 PNG、JPEG、BMP 和 GIF。</translation>
    </message>
    <message>
        <source>{path} is damaged: a BMP has a palette of 256 colours at most.</source>
        <translation>{path} 已损坏：BMP 的调色板最多 256 种颜色。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: a PNG ends with IEND; copy it again.</source>
        <translation>{path} 不完整：PNG 以 IEND 结尾，请重新复制该文件。</translation>
    </message>
    <message>
        <source>{path} is damaged: a checksum in it is wrong; copy it again.</source>
        <translation>{path} 已损坏：其中一个校验和有误，请重新复制该文件。</translation>
    </message>
    <message>
        <source>{path} is damaged: its pixels cannot be unpacked.</source>
        <translation>{path} 已损坏：无法解压其像素。</translation>
    </message>
    <message>
        <source>{path} lacks pixels: a PNG has all that its header says.</source>
        <translation>{path} 缺少像素：PNG 必须包含文件头所说的全部像素。</translation>
    </message>
    <message>
        <source>{path} has no folders of images: put each class&apos;s images into a folder of its name.</source>
        <translation>{path} 中没有图像文件夹：请把每个类别的图像放入以该类别命名的文件夹。</translation>
    </message>
    <message>
        <source>{path} has over {limit} folders: 2 to {limit} are needed, one a class.</source>
        <translation>{path} 中有超过 {limit} 个文件夹：需要 2 到 {limit} 个，每个类别一个。</translation>
    </message>
    <message>
        <source>{path} has no images: put PNG, JPEG, BMP or GIF files into it, or take it away.</source>
        <translation>{path} 中没有图像：请放入 PNG、JPEG、BMP 或 GIF 文件，或移走该文件夹。</translation>
    </message>
    <message>
        <source>{path} has over {limit} images: there may be {limit} in all.</source>
        <translation>{path} 中有超过 {limit} 个图像：总共最多 {limit} 个。</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels and {first} {first_width} × {first_height}: all must be of the same size, or be made into ink.</source>
        <translation>{path} 为 {width} × {height} 像素，而 {first} 为 {first_width} × {first_height}：所有图像的大小必须相同，或者转换为墨迹。</translation>
    </message>
    <message>
        <source>{path} has no ink: it must be darker, or brighter, than its edge.</source>
        <translation>{path} 中没有墨迹：它必须比边缘更暗或更亮。</translation>
    </message>
    <message>
        <source>{path} is a link: put the image itself there.</source>
        <translation>{path} 是一个链接：请把图像本身放在那里。</translation>
    </message>
    <message>
        <source>{path} is a folder that is called as no class is: give it the name of one.</source>
        <translation>{path} 是一个文件夹，但没有类别叫这个名字：请用某个类别的名称为它命名。</translation>
    </message>
    <message>
        <source>{path} does not begin with the name of a class: give it one, or put it into a folder of a class.</source>
        <translation>{path} 的文件名不以类别名称开头：请加上类别名称，或把它放进某个类别的文件夹。</translation>
    </message>
    <message>
        <source>{path} is a folder in the folder of a class: put its images beside it.</source>
        <translation>{path} 是类别文件夹中的文件夹：请把其中的图像放到它旁边。</translation>
    </message>
    <message>
        <source>{path} is damaged: it must be a zip of arrays.</source>
        <translation>{path} 已损坏：它必须是由数组组成的 zip 文件。</translation>
    </message>
    <message>
        <source>{path} has no array {name}, only {found}: it must have the arrays X and y.</source>
        <translation>{path} 中没有数组 {name}，只有 {found}：必须有数组 X 和 y。</translation>
    </message>
    <message>
        <source>{path} has no array at all: it must have the arrays X and y.</source>
        <translation>{path} 中没有任何数组：必须有数组 X 和 y。</translation>
    </message>
    <message>
        <source>{path} has X of shape {shape} and type {type}: it must be (N, n) numbers or (N, height, width) grey pixels.</source>
        <translation>{path} 中 X 的形状为 {shape}、类型为 {type}：应为 (N, n) 的数值，或 (N, height, width) 的灰度像素。</translation>
    </message>
    <message>
        <source>{path} has y of shape {shape}: it must be {expected}, a label for each of X.</source>
        <translation>{path} 中 y 的形状为 {shape}：应为 {expected}，即 X 的每个样本一个标签。</translation>
    </message>
    <message>
        <source>{path} packs {name} in an unusual way: write it with numpy.savez.</source>
        <translation>{path} 以不常见的方式压缩了 {name}：请用 numpy.savez 保存。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes in {name}: there may be {limit}, so save it as float32 or uint8, or take fewer examples.</source>
        <translation>{path} 的 {name} 有 {count} 字节：最多 {limit} 字节，请保存为 float32 或 uint8，或减少样本数。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes in {name}: by its header of shape {shape} it has {expected}.</source>
        <translation>{path} 的 {name} 有 {count} 字节：按其文件头的形状 {shape} 应有 {expected} 字节。</translation>
    </message>
    <message>
        <source>{path} has pickled objects in {name}: save plain numbers, for objects are never read.</source>
        <translation>{path} 的 {name} 中有 pickle 对象：请只保存数值，因为对象一律不会被读取。</translation>
    </message>
    <message>
        <source>{path} has values of type {type} in {name}: numbers or short words can be read.</source>
        <translation>{path} 的 {name} 中数值的类型为 {type}：只能读取数值或较短的文字。</translation>
    </message>
    <message>
        <source>{path} has {count} different labels in y: there may be {limit}.</source>
        <translation>{path} 的 y 中有 {count} 种标签：最多 {limit} 种。</translation>
    </message>
    <message>
        <source>{path} has labels in y that are no text: labels are words or whole numbers.</source>
        <translation>{path} 的 y 中有的标签不是文字：标签应为文字或整数。</translation>
    </message>
    <message>
        <source>{path} has numbers up to {number} in X: they may be {largest} at most, or as far below 0.</source>
        <translation>{path} 的 X 中数值的绝对值达到 {number}：最大为 {largest}。</translation>
    </message>
    <message>
        <source>{path} has a number in X that is not finite: leave out or fill in what is missing.</source>
        <translation>{path} 的 X 中有非有限的数值：请删去或补全缺失的数据。</translation>
    </message>
    <message>
        <source>{path} has a pixel of {value} in X: grey is 0 or more, and numbers that are no grey have the shape {shape}.</source>
        <translation>{path} 的 X 中有像素值 {value}：灰度不小于 0；不是灰度的数值，其形状应为 {shape}。</translation>
    </message>
    <message>
        <source>The digits could not be read from {path} ({reason}): put the file back from a fresh copy of Backlight.</source>
        <translation>无法从 {path} 读取手写数字（{reason}）：请从一份新的 Backlight 中恢复该文件。</translation>
    </message>
    <message>
        <source>The digits in {path} are damaged: put the file back from a fresh copy of Backlight.</source>
        <translation>{path} 中的手写数字已损坏：请从一份新的 Backlight 中恢复该文件。</translation>
    </message>
    <message>
        <source>Nothing that was saved can be read: start Backlight again.</source>
        <translation>保存的内容都无法读取：请重新启动 Backlight。</translation>
    </message>
    <message>
        <source>Shuffled labels {value}: give a share from 0 to {largest}.</source>
        <translation>打乱标签的比例 {value} 无效：请输入 0 到 {largest} 之间的比例。</translation>
    </message>
    <message>
        <source>Noise {value}: give a share from 0 to {largest}.</source>
        <translation>噪声 {value} 无效：请输入 0 到 {largest} 之间的比例。</translation>
    </message>
    <message>
        <source>Classes {value}: give two or more different ones from 0 to {largest}.</source>
        <translation>类别 {value} 无效：请给出 0 到 {largest} 之间两个或更多不同的类别。</translation>
    </message>
    <message>
        <source>{value} digits: give a whole number from 1 to {largest}.</source>
        <translation>数字个数 {value} 无效：请输入 1 到 {largest} 之间的整数。</translation>
    </message>
    <message>
        <source>{value} points: give a whole number from {least} to {largest}.</source>
        <translation>点数 {value} 无效：请输入 {least} 到 {largest} 之间的整数。</translation>
    </message>
    <message>
        <source>Noise {value}: give a number from {least} to {largest}.</source>
        <translation>噪声 {value} 无效：请输入 {least} 到 {largest} 之间的数。</translation>
    </message>
    <message>
        <source>Share for the test {value}: give a number from {least} to {largest}.</source>
        <translation>测试集比例 {value} 无效：请输入 {least} 到 {largest} 之间的数。</translation>
    </message>
    <message>
        <source>{value} classes of {kind}: give 2.</source>
        <translation>{kind} 的类别数 {value} 无效：只能有 2 类。</translation>
    </message>
    <message>
        <source>{value} classes of {kind}: give a whole number from 2 to {largest}.</source>
        <translation>{kind} 的类别数 {value} 无效：请输入 2 到 {largest} 之间的整数。</translation>
    </message>
    <message>
        <source>All points lie above one another: draw from left to right.</source>
        <translation>所有的点都在同一条竖线上：请从左到右画。</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels: it may have {limit} × {limit} at most, unless images become ink.</source>
        <translation>{path} 的大小为 {width} × {height} 像素：最大为 {limit} × {limit}，除非把图像转换为墨迹。</translation>
    </message>
    <message>
        <source>{path} holds numbers up to {largest}, too large to learn from: let its columns be standardised.</source>
        <translation>{path} 中的数值最大达到 {largest}，过大而无法训练：请把各列标准化。</translation>
    </message>
    <message>
        <source>{path} has {count} columns: its labels were to be in column {column}, so choose another one.</source>
        <translation>{path} 有 {count} 列，而标签应在第 {column} 列：请重新选择标签所在的列。</translation>
    </message>
    <message>
        <source>{path} has {count} columns in line {line} and {expected} in the first: if its numbers have decimal commas, write points, or separate the columns by semicolons.</source>
        <translation>{path} 的第 {line} 行有 {count} 列，而第一行有 {expected} 列：如果用逗号作小数点，请改用“.”，或用分号分列。</translation>
    </message>
    <message>
        <source>{path} has 1 column in line {line}: the first line has {expected}.</source>
        <translation>{path} 的第 {line} 行有 1 列：第一行有 {expected} 列。</translation>
    </message>
    <message>
        <source>{path} has 1 column in line {line} and {expected} in the first: if its numbers have decimal commas, write points, or separate the columns by semicolons.</source>
        <translation>{path} 的第 {line} 行有 1 列，而第一行有 {expected} 列：如果用逗号作小数点，请改用“.”，或用分号分列。</translation>
    </message>
    <message>
        <source>{path} holds 1 label: the images in {images} are {expected}.</source>
        <translation>{path} 含有 1 个标签：而 {images} 中有 {expected} 个图像。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: by its header it has 1 example.</source>
        <translation>{path} 不完整：按文件头应有 1 个样本。</translation>
    </message>
    <message>
        <source>{path} goes on after its end: by its header it has 1 example.</source>
        <translation>{path} 的结尾之后还有内容：按文件头应有 1 个样本。</translation>
    </message>
</context>
<context>
    <name>DifferenceStrip</name>
    <message>
        <source>B is on its way.</source>
        <translation>B 即将显示。</translation>
    </message>
    <message>
        <source>B − A of the weights needs the same structure: A is {a}, B is {b}.</source>
        <translation>权重之差 B − A 要求网络结构相同：A 是 {a}，B 是 {b}。</translation>
    </message>
    <message>
        <source>B − A of the weights would compare other neurons: residual connections keep those of B from standing in A’s order (O).</source>
        <translation>B − A 的权重比较的将不是同一个神经元：残差连接使 B 的神经元不能按 A 的顺序（O）排列。</translation>
    </message>
    <message>
        <source>Weights, B − A</source>
        <translation>权重之差 B − A</translation>
    </message>
    <message>
        <source>update {update} of both</source>
        <translation>两者均为更新 {update}</translation>
    </message>
    <message>
        <source>updates {b} − {a}</source>
        <translation>更新 {b} − {a}</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>full colour at {scale}</source>
        <translation>颜色最浓处为 {scale}</translation>
    </message>
    <message>
        <source>a cell: of {n}×{n} the largest |Δw|</source>
        <translation>每格：{n}×{n} 个中最大的 |Δw|</translation>
    </message>
    <message>
        <source>same start</source>
        <translation>初始权重相同</translation>
    </message>
    <message>
        <source>different starts</source>
        <translation>初始权重不同</translation>
    </message>
    <message>
        <source>rms {rms}</source>
        <translation>均方根 {rms}</translation>
    </message>
    <message>
        <source>{gap}, weight {source}: Δw = {change} (A {a}, B {b})</source>
        <translation>{gap}，权重 {source}：Δw = {change}（A {a}，B {b}）</translation>
    </message>
    <message>
        <source>{gap}, weight {source} of map {target}: Δw = {change} (A {a}, B {b})</source>
        <translation>{gap}，特征图 {target} 的权重 {source}：Δw = {change}（A {a}，B {b}）</translation>
    </message>
    <message>
        <source>Each cell is one weight: what it is in B minus what it is in A. Behind the input picture each neuron has a picture of its weights; every other gap is a matrix with a row for each neuron and a column for each of its inputs. One scale for all gaps: full colour is the 99th percentile of |Δw| in the gap where that is largest. rms: the root of the mean square of all Δw of the gap.</source>
        <translation>每格是一个权重：它在 B 中的值减去在 A 中的值。输入图之后，每个神经元有一幅自己的权重图；其余每个层间是一个矩阵，每行一个神经元，每列是它的一个输入。所有层间用同一个色标：颜色最浓处是 |Δw| 的第 99 百分位数，取最大的那个层间。均方根：该层间全部 Δw 的均方根。</translation>
    </message>
    <message>
        <source>{gap}: rms Δw {rms}</source>
        <translation>{gap}：Δw 的均方根 {rms}</translation>
    </message>
    <message>
        <source>{what} (B: {run}, update {update})</source>
        <translation>{what}（B：{run}，第 {update} 次更新）</translation>
    </message>
    <message>
        <source>{gap}, from {source} to {target}: Δw = {change} (A {a}, B {b})</source>
        <translation>{gap}，从 {source} 到 {target}：Δw = {change}（A {a}，B {b}）</translation>
    </message>
</context>
<context>
    <name>DigitCanvas</name>
    <message>
        <source>Clear the drawing</source>
        <translation>清除手写</translation>
    </message>
    <message>
        <source>Draw a digit here.</source>
        <translation>在这里画一个数字。</translation>
    </message>
    <message>
        <source>Pen stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Canvas for a digit</source>
        <translation>数字画布</translation>
    </message>
    <message>
        <source>By keyboard: arrows move the pen, Space lowers and lifts it, E takes the eraser, Delete clears.</source>
        <translation>用键盘：方向键移动笔，空格键落笔和抬笔，E 换橡皮，Delete 清除。</translation>
    </message>
    <message>
        <source>Draw a digit with mouse, pen or finger. Its size, place and slant are made like those of the training digits before the network reads it.</source>
        <translation>用鼠标、笔或手指画一个数字。网络读取之前，它的大小、位置和倾斜会调整得与训练数字一样。</translation>
    </message>
    <message>
        <source>Two arrows move diagonally; with Shift in smaller steps. Escape leaves the keyboard&apos;s pen.</source>
        <translation>同按两个方向键斜着移动；加 Shift 步子更小。Esc 离开键盘笔。</translation>
    </message>
    <message>
        <source>The keyboard’s pen is put away; an arrow key takes it.</source>
        <translation>键盘笔已收起；按方向键重新拿起。</translation>
    </message>
    <message>
        <source>eraser down, {across} % from the left, {down} % from the top</source>
        <translation>橡皮落下，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>eraser up, {across} % from the left, {down} % from the top</source>
        <translation>橡皮抬起，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>pen down, {across} % from the left, {down} % from the top</source>
        <translation>落笔，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>pen up, {across} % from the left, {down} % from the top</source>
        <translation>抬笔，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>Draw one of these here: {classes}</source>
        <translation>请在这里画其中一种：{classes}</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>粘贴图像</translation>
    </message>
</context>
<context>
    <name>DigitChooser</name>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Class of the test example</source>
        <translation>测试样本的类别</translation>
    </message>
    <message>
        <source>Which test examples to choose from</source>
        <translation>从哪些测试样本中选</translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation>看一个判错的样本</translation>
    </message>
    <message>
        <source>Previous test example</source>
        <translation>上一个测试样本</translation>
    </message>
    <message>
        <source>Show the previous test example</source>
        <translation>显示上一个测试样本</translation>
    </message>
    <message>
        <source>Next test example</source>
        <translation>下一个测试样本</translation>
    </message>
    <message>
        <source>Show the next test example</source>
        <translation>显示下一个测试样本</translation>
    </message>
    <message>
        <source>Random test example</source>
        <translation>随机测试样本</translation>
    </message>
    <message>
        <source>Show a test example drawn by lot</source>
        <translation>随机显示一个测试样本</translation>
    </message>
    <message>
        <source>Show a test example that the network gets wrong now</source>
        <translation>显示一个网络现在判错的测试样本</translation>
    </message>
    <message>
        <source>Choose a test example</source>
        <translation>选一个测试样本</translation>
    </message>
    <message>
        <source>Show the examples that the training works on again</source>
        <translation>重新显示训练正在使用的样本</translation>
    </message>
    <message>
        <source>Back to training examples</source>
        <translation>返回训练样本</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回训练样本</translation>
    </message>
    <message>
        <source>Examples of the test set: the network was never trained on them. They are watched, and stay on screen until you go back to the training examples.</source>
        <translation>测试集的样本：网络从未用它们训练过。它们只供观察，会一直留在屏幕上，直到你返回训练样本。</translation>
    </message>
</context>
<context>
    <name>DigitPresenter</name>
    <message>
        <source>The network gets no such test example wrong.</source>
        <translation>这样的测试样本网络一个也没有判错。</translation>
    </message>
    <message>
        <source>The test set has no such example.</source>
        <translation>测试集里没有这样的样本。</translation>
    </message>
    <message>
        <source>The canvas is empty.</source>
        <translation>画布已清空。</translation>
    </message>
    <message>
        <source>your drawing: watched, not trained on</source>
        <translation>你画的数字：只观看，不用于训练</translation>
    </message>
    <message>
        <source>own {number}, a {label}: watched, not trained on</source>
        <translation>自己的样本 {number}，{label}：不用于训练</translation>
    </message>
    <message>
        <source>test digit {index}, a {label}: watched, not trained on</source>
        <translation>第 {index} 个测试样本：数字 {label}；只观看，不用于训练</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 个训练样本：数字 {label}</translation>
    </message>
    <message>
        <source>test example {index}: {label}; not trained on</source>
        <translation>第 {index} 个测试样本：{label}；不用于训练</translation>
    </message>
    <message>
        <source>training example {index}: {label}</source>
        <translation>第 {index} 个训练样本：{label}</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>第 {label} 类</translation>
    </message>
    <message>
        <source>with dropout: not in L</source>
        <translation>含随机失活：不计入 L</translation>
    </message>
    <message>
        <source>1 of {count} in L</source>
        <translation>L 的 {count} 项之一</translation>
    </message>
    <message>
        <source>not in L: watched only</source>
        <translation>不计入 L：只观看</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>第 {index} 个训练样本：标签 {label}（已打乱）</translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message>
        <source>Which digits</source>
        <translation>哪些数字</translation>
    </message>
    <message>
        <source>At least two classes are needed to tell them apart.</source>
        <translation>至少要有两类，才谈得上区分。</translation>
    </message>
    <message>
        <source>Learn from the digit {digit}</source>
        <translation>学习数字 {digit}</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Labels shuffled, %</source>
        <translation>打乱标签，%</translation>
    </message>
    <message>
        <source>Noise, %</source>
        <translation>噪声，%</translation>
    </message>
    <message>
        <source>Number of training digits, equally many of each class where there are enough; fewer are learned by heart sooner</source>
        <translation>训练数字的个数，各类尽量一样多；越少越容易被背下来</translation>
    </message>
    <message>
        <source>This share of the training labels is shuffled: they can only be learned by heart</source>
        <translation>这么多训练标签互换位置：只能死记硬背</translation>
    </message>
    <message>
        <source>This share of the pixels is inverted, in training and test digits</source>
        <translation>训练和测试数字中这么多像素被翻转</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Draw a digit or choose an example, and watch the network read it. It stays on screen until you release it, and is never trained on.</source>
        <translation>画一个数字或选一个样本，看网络怎样读它。它一直显示到你按“返回训练样本”，绝不用于训练。</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>清空画布</translation>
    </message>
    <message>
        <source>Remove the whole drawing</source>
        <translation>清除全部手写</translation>
    </message>
    <message>
        <source>The network reads</source>
        <translation>网络看到的输入</translation>
    </message>
    <message>
        <source>No drawing yet: no answer.</source>
        <translation>还没有手写：没有答案。</translation>
    </message>
    <message>
        <source>By keyboard: arrows move the pen, Space lowers it.</source>
        <translation>用键盘：方向键移动笔，空格键落笔。</translation>
    </message>
    <message>
        <source>Show the drawing</source>
        <translation>显示手写</translation>
    </message>
    <message>
        <source>Let the network read your drawing again</source>
        <translation>让网络再读一次你的手写</translation>
    </message>
    <message>
        <source>A drawing is ink on 16 × 16 pixels, and these examples are other pictures: choose one of the test set.</source>
        <translation>手写的是 16 × 16 像素的墨迹，而这些样本是另一种图像：请从测试集中选一个。</translation>
    </message>
    <message>
        <source>A drawing is ink on 16 × 16 pixels, and these examples are numbers: choose one of the test set.</source>
        <translation>手写的是 16 × 16 像素的墨迹，而这些样本是数值：请从测试集中选一个。</translation>
    </message>
    <message>
        <source>There is no image on the clipboard: copy one, then paste it here.</source>
        <translation>剪贴板中没有图像：请先复制一张图像，再粘贴到这里。</translation>
    </message>
    <message>
        <source>No ink was found in the image: a drawing must be darker, or brighter, than its edge.</source>
        <translation>图像中没有发现墨迹：图案必须比图像边缘更暗或更亮。</translation>
    </message>
    <message>
        <source>There are {count} files on the clipboard: copy one image, then paste it here.</source>
        <translation>剪贴板上有 {count} 个文件：请只复制一张图像，再粘贴到这里。</translation>
    </message>
    <message>
        <source>The image has {width} × {height} pixels: it may have {limit} in all, so make it smaller first.</source>
        <translation>图像有 {width} × {height} 个像素：总共最多 {limit} 个，请先把它缩小。</translation>
    </message>
    <message>
        <source>The image did not arrive: drop it again, or save it and drop its file.</source>
        <translation>图像没有传过来：请重新拖放，或先保存，再拖放它的文件。</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>粘贴图像</translation>
    </message>
    <message>
        <source>Let the network read the image on the clipboard, scaled and centred like a drawing</source>
        <translation>让网络读取剪贴板中的图像，像手写一样缩放并居中</translation>
    </message>
</context>
<context>
    <name>DrawTools</name>
    <message>
        <source>The drawings and images that you have kept: none yet</source>
        <translation>你保留的手写和图像：还没有</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Erase what the pointer passes over</source>
        <translation>擦掉指针经过的部分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke or erasure</source>
        <translation>收回上一笔或上一次擦除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove the whole drawing</source>
        <translation>清除全部手写</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>保留手写</translation>
    </message>
    <message>
        <source>Keep the drawing in your own test set</source>
        <translation>把手写保留到自己的测试集</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的测试集</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>The lecture&apos;s three steps</source>
        <translation>课程的三个步骤</translation>
    </message>
</context>
<context>
    <name>DropPresenter</name>
    <message>
        <source>Drop one file at a time: only IDX images and their labels belong together.</source>
        <translation>请一次只拖放一个文件：只有 IDX 图像和它们的标签可以一起拖放。</translation>
    </message>
</context>
<context>
    <name>EdgeValueSwitch</name>
    <message>
        <source>What the connections show</source>
        <translation>连接显示什么</translation>
    </message>
</context>
<context>
    <name>EditPresenter</name>
    <message>
        <source>{symbol} is {value} again; what was trained since stays.</source>
        <translation>{symbol} 又是 {value}；之后训练的结果保留。</translation>
    </message>
    <message>
        <source>Nothing was changed: the run is on its way back to its last finite weights. Try again in a moment.</source>
        <translation>没有改动：训练正在退回到最后一组有限的权重。请稍后再试。</translation>
    </message>
    <message>
        <source>Nothing was changed: the neurons have just moved, or this run has ended.</source>
        <translation>没有改动：神经元刚刚换了位置，或者这次训练已经结束。</translation>
    </message>
    <message>
        <source>Edit {symbol} (this number only)</source>
        <translation>修改 {symbol}（只改这一个数）</translation>
    </message>
</context>
<context>
    <name>EngineClient</name>
    <message>
        <source>it wrote what can’t be read</source>
        <translation>它写出的内容无法读取</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>它没有回应</translation>
    </message>
</context>
<context>
    <name>EngineEndPresenter</name>
    <message>
        <source>The training’s process ends again and again ({how}), so nothing can be trained now.</source>
        <translation>训练进程一再结束（{how}），目前无法训练。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>EngineProcess</name>
    <message>
        <source>exit code {code}</source>
        <translation>退出码 {code}</translation>
    </message>
    <message>
        <source>it crashed: {what}</source>
        <translation>它崩溃了：{what}</translation>
    </message>
    <message>
        <source>it was killed from outside, as happens where memory runs out</source>
        <translation>它被外部强行结束，内存用尽时会这样</translation>
    </message>
    <message>
        <source>it was ended from outside</source>
        <translation>它被外部结束</translation>
    </message>
</context>
<context>
    <name>Enumeration</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>Something went wrong in Backlight: {error}</source>
        <translation>Backlight 出了点问题：{error}</translation>
    </message>
    <message>
        <source>You can go on. To have it mended, copy the details and send them to the authors.</source>
        <translation>你可以继续。想让它得到修复，请复制详情并发给作者。</translation>
    </message>
    <message>
        <source>It happened {count} times.</source>
        <translation>已发生 {count} 次。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Where in the program it happened</source>
        <translation>发生在程序的哪里</translation>
    </message>
    <message>
        <source>An error that the program did not expect, with the details to report it.</source>
        <translation>程序没有预料到的错误，附有用于报告的详情。</translation>
    </message>
    <message>
        <source>Copy the details, with versions, settings and the end of the log</source>
        <translation>复制详情，连同版本、设置和日志末尾</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>详情已复制</translation>
    </message>
</context>
<context>
    <name>EventPresenter</name>
    <message>
        <source>Update {update}: L is back above guessing: mean Cⁿ = {mean}, {guessing}.</source>
        <translation>第 {update} 次更新：L 又高于随机猜测：平均 Cⁿ = {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Update {update}: L is back above what the mean as every answer costs: mean Cⁿ = {mean}, {guessing}.</source>
        <translation>第 {update} 次更新：L 又高于总答平均值：平均 Cⁿ = {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Update {update}: all neurons of layer {layer} are dead.</source>
        <translation>第 {update} 次更新：第 {layer} 层的神经元全部失效。</translation>
    </message>
    <message>
        <source>Update {update}: all neurons of the layers {layer} are dead.</source>
        <translation>第 {update} 次更新：第 {layer} 层的神经元全部失效。</translation>
    </message>
    <message>
        <source>For each of the {count} test examples their f′(z) is 0, so no gradient passes through f.</source>
        <translation>对 {count} 个测试样本中的每一个，它们的 f′(z) 都是 0，没有梯度能通过 f。</translation>
    </message>
    <message>
        <source>For the only test example their f′(z) is 0, so no gradient passes through f.</source>
        <translation>对唯一的测试样本，它们的 f′(z) 都是 0，没有梯度能通过 f。</translation>
    </message>
    <message>
        <source>For each of the {count} test examples their f′(z) is nearly 0, so hardly any gradient passes through f.</source>
        <translation>对 {count} 个测试样本中的每一个，它们的 f′(z) 都几乎是 0，梯度几乎无法通过 f。</translation>
    </message>
    <message>
        <source>For the only test example their f′(z) is nearly 0, so hardly any gradient passes through f.</source>
        <translation>对唯一的测试样本，它们的 f′(z) 都几乎是 0，梯度几乎无法通过 f。</translation>
    </message>
    <message>
        <source>The residual connection still carries all of it past layer {passed}.</source>
        <translation>残差连接仍把全部梯度绕过第 {passed} 层传回。</translation>
    </message>
    <message>
        <source>The residual connections still carry all of it past the layers {passed}.</source>
        <translation>残差连接仍把全部梯度绕过第 {passed} 层传回。</translation>
    </message>
</context>
<context>
    <name>ExampleSide</name>
    <message>
        <source>The chosen example</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>Back to the network, which shows this example (Enter)</source>
        <translation>回到网络，网络显示这个样本（Enter）</translation>
    </message>
    <message>
        <source>Show in the network</source>
        <translation>在网络中显示</translation>
    </message>
    <message>
        <source>The training examples that pulled its answer</source>
        <translation>影响了这个回答的训练样本</translation>
    </message>
    <message>
        <source>Who taught it this?</source>
        <translation>这是谁教的？</translation>
    </message>
    <message>
        <source>Picture of the chosen example</source>
        <translation>所选样本的图像</translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>The input, at the left</source>
        <translation>左边的输入</translation>
    </message>
    <message>
        <source>The map of the inputs</source>
        <translation>输入空间图</translation>
    </message>
    <message>
        <source>With one or two inputs the whole function fits into a picture: what the network answers everywhere, not only for this example. The dots are training examples, the ring is around the one that is shown.</source>
        <translation>只有一两个输入时，整个函数可以画成一张图：不只是这个样本，而是网络在每一处的输出。圆点是训练样本，带圈的是当前显示的样本。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>A neuron adds up what comes in and its bias, z = Σ a·w + b, and makes its activation a = f(z) of it. The fuller it is filled, the larger a; a negative a is orange. Point at it for its numbers; a click keeps them in Inspect.</source>
        <translation>神经元把送来的信号和自己的偏置相加，z = Σ a·w + b，再得到激活 a = f(z)。填充得越满，a 越大；负的 a 是橙色。指向它可以看到它的数；点击后这些数会留在“查看”中。</translation>
    </message>
    <message>
        <source>Rings around neurons</source>
        <translation>神经元外的圆环</translation>
    </message>
    <message>
        <source>Outputs, at the right</source>
        <translation>右边的输出</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>网络判为什么</translation>
    </message>
    <message>
        <source>The class with the largest y is the network&apos;s answer. Beside it stands what is right.</source>
        <translation>y 最大的类别就是网络的答案，旁边是正确答案。</translation>
    </message>
    <message>
        <source>C, under the outputs</source>
        <translation>输出下方的 C</translation>
    </message>
    <message>
        <source>Discs and darts that travel</source>
        <translation>移动的圆点和箭头</translation>
    </message>
    <message>
        <source>Discs run forwards: each is the signal a·w of one connection. Darts run backwards: each is w·δ, the part of the gradient that backpropagation hands to the layer before. The larger the area, the larger the number.</source>
        <translation>圆点前向移动：每个是一条连接的信号 a·w。箭头反向移动：每个是 w·δ，即反向传播交给前一层的那部分梯度。面积越大，数值越大。</translation>
    </message>
    <message>
        <source>The legend, below</source>
        <translation>下方的图例</translation>
    </message>
    <message>
        <source>Drawn … of …</source>
        <translation>已画出 … / …</translation>
    </message>
    <message>
        <source>The line over a layer</source>
        <translation>一层上方的文字</translation>
    </message>
    <message>
        <source>How many neurons or feature maps the layer has. Neurons that are dead (f is flat for every test example) or saturated (flat for nearly every one) are counted there, and maps all of whose cells are: they hardly learn any more.</source>
        <translation>该层有多少个神经元或特征图。失效（f 对每个测试样本都平坦）或饱和（对几乎每个都平坦）的神经元，以及所有格都如此的特征图，也在这里计数：它们几乎不再学习。</translation>
    </message>
    <message>
        <source>A band under a layer</source>
        <translation>一层下方的横条</translation>
    </message>
    <message>
        <source>The layer has more neurons than there is room for: the most active ones are drawn, all others are folded into this band. A click on it unfolds them.</source>
        <translation>这一层的神经元多得画不下：只画出最活跃的，其余的折叠在这个横条里。点击它可以展开。</translation>
    </message>
    <message>
        <source>Arcs over layers</source>
        <translation>跨层的弧线</translation>
    </message>
    <message>
        <source>A residual connection: the activations of the layer before go past this layer&apos;s weights and are added to its output. The gradient comes back along the same way.</source>
        <translation>残差连接：前一层的激活绕过这一层的权重，直接加到它的输出上。梯度也沿同一条路返回。</translation>
    </message>
    <message>
        <source>It says which colour of a connection stands for which number, between which layers; the line that begins with Legend unfolds the same for all other marks. A click on a sign hides the connections of the other sign; a second click brings them back.</source>
        <translation>说明每一层间中连接的哪种颜色代表哪个数；以“图例”开头的那一行可以展开其余各种标记的说明。点击一个正负号会隐藏另一种符号的连接，再点一次恢复。</translation>
    </message>
    <message>
        <source>Each carries the activation a of the neuron at its left, times its weight w, to the neuron at its right. Colour and width show the number that is chosen in the toolbar: the weight w, the signal a·w, the gradient ∂C/∂w (its mean with L1 and L2, where they are on) or the change ΔW. Of many connections the strongest are drawn.</source>
        <translation>每条连接把左边神经元的激活 a 乘以自己的权重 w，送到右边的神经元。颜色和粗细表示工具栏里选定的数：权重 w、信号 a·w、梯度 ∂C/∂w（其平均含所设的 L1 和 L2）或变化量 ΔW。连接很多时只画出最强的。</translation>
    </message>
    <message>
        <source>A ring is δ = ∂C/∂z: how much the loss C of this example changes when the neuron&apos;s z changes a little; in the picture Mean gradient, the batch&apos;s mean. The wider the ring, the larger δ. Lime: a larger z would raise C; violet: it would lower it.</source>
        <translation>圆环是 δ = ∂C/∂z：神经元的 z 稍有变化时，这个样本的损失 C 变化多少；在“平均梯度”图中是批次的平均。环越宽，δ 越大。黄绿色：z 增大会使 C 增大；紫色：z 增大会使 C 减小。</translation>
    </message>
    <message>
        <source>C is the loss of the example that is shown: how bad its answer is, 0 being perfect. With softmax outputs, cross-entropy asks only how sure the network is of the right answer. The sum of C over all training examples is the total loss L.</source>
        <translation>C 是当前样本的损失：答案有多差，0 表示完美。输出为 Softmax 时，交叉熵只看网络对正确答案有多大把握。所有训练样本的 C 之和就是总损失 L。</translation>
    </message>
    <message>
        <source>Each output is one number y, drawn as a bar: from the left where y lies between 0 and 1, else from the middle, with ‹ or › where y is larger than the bar can show. Of classes, the one with the largest y is the network&apos;s answer. The right answer has an outline. A wrong answer&apos;s bar is hatched.</source>
        <translation>每个输出是一个数 y，画成一条：y 在 0 与 1 之间时从左端画起，否则从中间画起，超出可画长度时标 ‹ 或 ›。对于分类，y 最大的类别就是网络的答案。正确答案带边框，判错时那一条画斜线。</translation>
    </message>
    <message>
        <source>How many connections are drawn, of how many there are. The percentage under a gap is the part of all its numbers, by their size, that the drawn ones carry; the one of the whole line is the mean of these. View, Connections drawn, takes more or fewer.</source>
        <translation>一共有多少条连接，画出了多少条。层间下方的百分比，是画出的连接的绝对值之和占该层间总和的多少；整行的百分比是各层间百分比的平均。在“视图”的“画出的连接”中可以多画或少画。</translation>
    </message>
    <message>
        <source>The example that is shown, as the network reads it: each cell is one input x. Of ink 0 is none and 1 is full; of a picture kept grey 0 is black and 1 is white. The same numbers go to every neuron of the first layer.</source>
        <translation>当前显示的样本，也就是网络看到的输入：每一格是一个输入 x。墨迹：0 为无墨，1 为全墨；保留灰度的图片：0 为黑，1 为白。这些数会送到第一层的每个神经元。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose a folder and a name for the file first.</source>
        <translation>请先为文件选择文件夹和名称。</translation>
    </message>
    <message>
        <source>{path} is already there. Save again to replace it, or choose another name.</source>
        <translation>{path} 已经存在。再次保存将替换它，或者换一个名称。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder and name of the new file</source>
        <translation>新文件的文件夹和名称</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>完成了多少</translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose a folder and a name</source>
        <translation>选择文件夹和名称</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop, and leave no file; or close</source>
        <translation>停止，不留下文件；或者关闭</translation>
    </message>
    <message>
        <source>it is not installed any more</source>
        <translation>它已不在这台电脑上</translation>
    </message>
    <message>
        <source>it ended with code {code}</source>
        <translation>它以代码 {code} 结束</translation>
    </message>
    <message>
        <source>The video encoder {program} failed: {reason}. Choose GIF or WebP instead.</source>
        <translation>视频编码器 {program} 出错：{reason}。请改选 GIF 或 WebP。</translation>
    </message>
    <message>
        <source>{path} is no file. Choose a name for the new file.</source>
        <translation>{path} 不是文件。请为新文件选择一个名称。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Choose a folder that you may write to.</source>
        <translation>无法写入 {path}：{reason}。请选择一个可以写入的文件夹。</translation>
    </message>
    <message>
        <source>connections of update {update}</source>
        <translation>连接：第 {update} 次更新</translation>
    </message>
    <message>
        <source>connections and mean δ of update {update}</source>
        <translation>连接和平均 δ：第 {update} 次更新</translation>
    </message>
    <message>
        <source>weights of update {update}</source>
        <translation>权重：第 {update} 次更新</translation>
    </message>
    <message>
        <source>update {update}, the mean of {count} examples</source>
        <translation>第 {update} 次更新，{count} 个样本的平均</translation>
    </message>
    <message>
        <source>update {update}, of one example</source>
        <translation>第 {update} 次更新，只有一个样本</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>The picture could not be made: {reason}. Choose a smaller size.</source>
        <translation>无法生成图片：{reason}。请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>{path} could not be written to its end. Make room there, or choose another drive.</source>
        <translation>无法把 {path} 写完。请在那里腾出空间，或选择另一个磁盘。</translation>
    </message>
    <message>
        <source>GIF: opens everywhere, 256 colours</source>
        <translation>GIF：到处都能打开，256 色</translation>
    </message>
    <message>
        <source>WebP: every colour, opens in browsers</source>
        <translation>WebP：颜色无损，浏览器可以打开</translation>
    </message>
    <message>
        <source>MP4: a video, by the encoder of this computer</source>
        <translation>MP4：视频，由这台电脑的编码器制作</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{size}, as on screen</source>
        <translation>{size}，与屏幕相同</translation>
    </message>
    <message>
        <source>there is no space left in {folder}, where it works</source>
        <translation>它的工作文件夹 {folder} 没有剩余空间</translation>
    </message>
    <message>
        <source>somebody has ended it</source>
        <translation>它被外部终止</translation>
    </message>
    <message>
        <source>MP4 is made by {program}, a free program that is not installed here: install it and save again, or choose GIF or WebP.</source>
        <translation>制作 MP4 需要免费程序 {program}，这台电脑尚未安装：请安装后再次保存，或选择 GIF 或 WebP。</translation>
    </message>
    <message>
        <source>MP4 is made by {program}, a free program that is not installed here: install it (for example by “{command}” in a terminal) and save again, or choose GIF or WebP.</source>
        <translation>制作 MP4 需要免费程序 {program}，这台电脑尚未安装：请安装（例如在终端中运行“{command}”）后再次保存，或选择 GIF 或 WebP。</translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <source>The picture is on the clipboard: {width} × {height} px.</source>
        <translation>图片已在剪贴板上：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>FeatureMapMarks</name>
    <message>
        <source>Ribbon from a feature map to another, or to a neuron</source>
        <translation>从一张特征图到另一张或到一个神经元的带子</translation>
    </message>
    <message>
        <source>All connections between the two: as wide as Σ|a·w|, coloured by their sum Σ a·w, so that wide and faint means: much arrives and cancels. In the gradient&apos;s pictures the same of ∂C/∂w, in Change of ΔW.</source>
        <translation>两者之间的全部连接：宽度为 Σ|a·w|，颜色为其和 Σ a·w；宽而色淡表示：到达的很多，但互相抵消。在梯度的图中为 ∂C/∂w，在“变化量”中为 ΔW。</translation>
    </message>
    <message>
        <source>Kernel, beside the map that it makes</source>
        <translation>卷积核，在它产生的特征图旁</translation>
    </message>
    <message>
        <source>The weights that all windows share, one for each place of the window: w, full at the layer&apos;s largest. In the gradient&apos;s pictures ∂C/∂w, the sum over all windows; in Change ΔW.</source>
        <translation>所有窗口共享的权重，窗口的每个位置一个：w，在该层最大值处颜色最浓。在梯度的图中为 ∂C/∂w，即所有窗口之和；在“变化量”中为 ΔW。</translation>
    </message>
    <message>
        <source>Cell of a feature map</source>
        <translation>特征图的一格</translation>
    </message>
    <message>
        <source>One neuron: its activation a, full at the layer&apos;s largest; orange where it is negative.</source>
        <translation>一个神经元：其激活 a，在该层最大值处颜色最浓；为负处为橙色。</translation>
    </message>
    <message>
        <source>Frame on feature maps, in a walkthrough</source>
        <translation>逐步讲解中特征图上的框</translation>
    </message>
    <message>
        <source>The window that is visited, and the cell that it makes in each map. Windows that see only 0 are not visited: they give f(b), all at once.</source>
        <translation>正在看的窗口，以及由它算出的每张特征图中的格。只看到 0 的窗口不逐个看：它们一起给出 f(b)。</translation>
    </message>
    <message>
        <source>Hollow cell of a feature map, in a walkthrough</source>
        <translation>逐步讲解中特征图的空心格</translation>
    </message>
    <message>
        <source>Not the largest of its block (or not the first of equals): the pool does not pass it on, and hands no δ back to it.</source>
        <translation>不是块中最大的（或不是几个同为最大中的第一个）：池化不把它传下去，也不把 δ 传回给它。</translation>
    </message>
    <message>
        <source>Lime or violet cell of a feature map, in a walkthrough</source>
        <translation>逐步讲解中特征图的黄绿色或紫色格</translation>
    </message>
    <message>
        <source>Its δ = ∂C/∂z, once the way back has come to its layer.</source>
        <translation>反向到达该层之后，它的 δ = ∂C/∂z。</translation>
    </message>
    <message>
        <source>Hatched cells of a map</source>
        <translation>特征图中画斜线的单元</translation>
    </message>
    <message>
        <source>There the kernel’s weight that is pointed at meets the zeros beyond the border: these places add nothing to its ∂C/∂w.</source>
        <translation>在这些位置，所指的卷积核权重遇到边界外的零：它们对其 ∂C/∂w 没有贡献。</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Save: {what}</source>
        <translation>保存：{what}</translation>
    </message>
    <message>
        <source>Save a plot or a table</source>
        <translation>保存图或表</translation>
    </message>
    <message>
        <source>The plot or table as it was when its menu opened, or this dialog: picture and numbers are of the same moment. CSV has every digit of each number; its first columns say of which run and update they are. PNG at 2 and 3 times is drawn anew, and so is sharp. SVG and PDF have texts and lines for any size.</source>
        <translation>菜单或本对话框打开那一刻的图或表：图片和数字属于同一时刻。CSV 保留每个数的全部位数，前几列说明属于哪次训练、哪次更新。2 倍和 3 倍的 PNG 会重新绘制，因此清晰。SVG 和 PDF 中是文字和线条，可用于任何尺寸。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>With a &amp;line: what, which run, which update, L</source>
        <translation>附一行说明(&amp;L)：内容、哪次训练、哪次更新、L</translation>
    </message>
    <message>
        <source>Under the picture; CSV has it in its columns</source>
        <translation>位于图片下方；CSV 把它写在各列中</translation>
    </message>
    <message>
        <source>CSV: the numbers (rows: {count})</source>
        <translation>CSV：数字（{count} 行）</translation>
    </message>
    <message>
        <source>CSV: {kind} (rows: {count})</source>
        <translation>CSV：{kind}（{count} 行）</translation>
    </message>
    <message>
        <source>PNG: {width} × {height} px</source>
        <translation>PNG：{width} × {height} 像素</translation>
    </message>
    <message>
        <source>PNG, 2 times: {width} × {height} px</source>
        <translation>PNG，2 倍：{width} × {height} 像素</translation>
    </message>
    <message>
        <source>PNG, 3 times: {width} × {height} px</source>
        <translation>PNG，3 倍：{width} × {height} 像素</translation>
    </message>
    <message>
        <source>SVG: for any size</source>
        <translation>SVG：可用于任何尺寸</translation>
    </message>
    <message>
        <source>PDF: for print, any size</source>
        <translation>PDF：用于打印，任何尺寸</translation>
    </message>
</context>
<context>
    <name>FigurePresenter</name>
    <message>
        <source>Choose a plot or a table first: press Tab until it has a frame. A right click on any of them offers the same.</source>
        <translation>请先选择图或表：按 Tab 直到它出现边框。右键单击任意图表也可以。</translation>
    </message>
    <message>
        <source>{what}: there is nothing to copy or to save yet.</source>
        <translation>{what}：还没有可以复制或保存的内容。</translation>
    </message>
    <message>
        <source>It is on its way to the printer.</source>
        <translation>已送往打印机。</translation>
    </message>
    <message>
        <source>{what} is on the clipboard: a picture of {width} × {height} px, and its numbers (rows: {rows}).</source>
        <translation>“{what}”已在剪贴板上：{width} × {height} 像素的图片和 {rows} 行数字。</translation>
    </message>
    <message>
        <source>{what} is on the clipboard as a picture of {width} × {height} px; its {rows} rows are too many: save them as CSV.</source>
        <translation>“{what}”已作为 {width} × {height} 像素的图片放到剪贴板；{rows} 行数字太多，请保存为 CSV。</translation>
    </message>
    <message>
        <source>{what} is on the clipboard: a picture of {width} × {height} px.</source>
        <translation>“{what}”已在剪贴板上：{width} × {height} 像素的图片。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>&amp;Copy picture and numbers</source>
        <translation>复制图片和数字(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV, PNG, SVG or PDF…</source>
        <translation>保存为 CSV、PNG、SVG 或 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Nothing to copy or to save yet</source>
        <translation>还没有可以复制或保存的内容</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>This system has no printing: save the plot as PDF, and print that.</source>
        <translation>此系统不支持打印：请把图保存为 PDF 再打印。</translation>
    </message>
    <message>
        <source>It could not be printed: choose another printer, or a file that may be written.</source>
        <translation>无法打印：请选择另一台打印机，或可以写入的文件。</translation>
    </message>
    <message>
        <source>It could not be printed to its end.</source>
        <translation>未能打印完。</translation>
    </message>
</context>
<context>
    <name>FilmBar</name>
    <message>
        <source>{share} % made again</source>
        <translation>已重做 {share}%</translation>
    </message>
    <message>
        <source>{passed} of {seconds} s</source>
        <translation>{passed} / {seconds} 秒</translation>
    </message>
    <message>
        <source>Pause the film</source>
        <translation>暂停影片</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>播放影片</translation>
    </message>
    <message>
        <source>Film of the training</source>
        <translation>训练影片</translation>
    </message>
    <message>
        <source>Plays the training that was done, forwards or backwards. Each picture is one that the network truly had, and the line above it names its update; nothing is put between two of them. The run stays as it is.</source>
        <translation>播放已完成的训练，正放或倒放。每一帧都是网络真实有过的状态，上方的一行写明它是第几次更新；两帧之间不插入任何东西。训练本身保持不变。</translation>
    </message>
    <message>
        <source>Place in the film</source>
        <translation>影片中的位置</translation>
    </message>
    <message>
        <source>Drag to any picture of the film</source>
        <translation>拖到影片的任意一帧</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>in</source>
        <translation>用</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>First update of the film</source>
        <translation>影片的第一次更新</translation>
    </message>
    <message>
        <source>The update that the film begins with</source>
        <translation>影片从哪一次更新开始</translation>
    </message>
    <message>
        <source>Last update of the film</source>
        <translation>影片的最后一次更新</translation>
    </message>
    <message>
        <source>The update that the film ends with</source>
        <translation>影片到哪一次更新结束</translation>
    </message>
    <message>
        <source>Length of the film in seconds</source>
        <translation>影片时长（秒）</translation>
    </message>
    <message>
        <source>How long the film lasts, in seconds</source>
        <translation>影片播放多少秒</translation>
    </message>
    <message>
        <source>Play it the other way round</source>
        <translation>反方向播放</translation>
    </message>
    <message>
        <source>Save the film as GIF, WebP or MP4</source>
        <translation>将影片存为 GIF、WebP 或 MP4</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close the film</source>
        <translation>关闭影片</translation>
    </message>
    <message>
        <source>not in the film</source>
        <translation>不在影片中</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Save the film of the training</source>
        <translation>保存训练影片</translation>
    </message>
    <message>
        <source>Each picture is one that the network truly had, and names its update. Where a film has more pictures than there are states at hand, a state stays for several of them.</source>
        <translation>每一帧都是网络真实有过的状态，并写明是第几次更新。帧数多于现有状态时，同一状态会持续好几帧。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of the film</source>
        <translation>影片的类型</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Size of the film in pixels</source>
        <translation>影片的大小（像素）</translation>
    </message>
    <message>
        <source>Update {first} to {last} in {seconds} s: {count} pictures, {rate} a second. The last one stays for 2 seconds.</source>
        <translation>第 {first} 次到第 {last} 次更新，用 {seconds} 秒：共 {count} 帧，每秒 {rate} 帧。最后一帧停留 2 秒。</translation>
    </message>
</context>
<context>
    <name>FilmPresenter</name>
    <message>
        <source>There is no film yet: train first. Space starts the training.</source>
        <translation>还没有影片：请先训练。按空格键开始训练。</translation>
    </message>
    <message>
        <source>the film is closed</source>
        <translation>影片已关闭</translation>
    </message>
    <message>
        <source>the film is paused</source>
        <translation>影片已暂停</translation>
    </message>
    <message>
        <source>the film plays</source>
        <translation>影片正在播放</translation>
    </message>
    <message>
        <source>the film has ended</source>
        <translation>影片播放完毕</translation>
    </message>
</context>
<context>
    <name>FilmSavePresenter</name>
    <message>
        <source>The training’s process has ended meanwhile. No file was written.</source>
        <translation>训练进程在此期间结束了。没有写入任何文件。</translation>
    </message>
    <message>
        <source>The run of this film is no longer on screen. No file was written.</source>
        <translation>这段影片的训练已不在屏幕上。没有写入文件。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>FilterPage</name>
    <message>
        <source>Filter before</source>
        <translation>上一个卷积核</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>下一个卷积核</translation>
    </message>
</context>
<context>
    <name>FilterPresenter</name>
    <message>
        <source>This network has no filters: none of its layers looks at windows of a picture.</source>
        <translation>这个网络没有卷积核：没有任何一层按窗口读取图像。</translation>
    </message>
    <message>
        <source>Looking at the training set: {done} of {total}…</source>
        <translation>正在查看训练集：{done} / {total}…</translation>
    </message>
    <message>
        <source>The training set could not be looked at.</source>
        <translation>无法查看训练集。</translation>
    </message>
    <message>
        <source>There is no training, so nothing can be looked up.</source>
        <translation>训练进程已不在，无法查找。</translation>
    </message>
    <message>
        <source>The filter’s weights are no finite numbers any more.</source>
        <translation>卷积核的权重已不是有限的数。</translation>
    </message>
    <message>
        <source>Looking at the training set…</source>
        <translation>正在查看训练集…</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>FilterSide</name>
    <message>
        <source>over the ink</source>
        <translation>对有墨处求和</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>{share} of windows</source>
        <translation>占窗口的 {share}</translation>
    </message>
    <message>
        <source>The filter, the chosen pattern, and where the picture has it</source>
        <translation>卷积核、所选图样，以及它在图像中的位置</translation>
    </message>
    <message>
        <source>Above, the filter’s weights: z is the sum of those that lie on ink, and the bias. Below them the chosen pattern with its answer. Frames in the shown picture mark where it has this pattern.</source>
        <translation>上方是卷积核的权重：z 是落在有墨处的权重之和，再加偏置。其下是所选图样和它得到的回答。所示图像中的方框标出有此图样的地方。</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Everything that filter {number} of layer {layer} can say</source>
        <translation>第 {layer} 层第 {number} 个卷积核能说的一切</translation>
    </message>
    <message>
        <source>What excites filter {number} of layer {layer} most</source>
        <translation>什么最能激发第 {layer} 层第 {number} 个卷积核</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新后</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in {examples} training examples; each stands at its answer z.</source>
        <translation>{all} 种图样中有 {count} 种在 {examples} 个训练样本中出现；每种都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in {examples} training digits; each stands at its answer z.</source>
        <translation>{all} 种图样中有 {count} 种在 {examples} 个训练数字中出现；每种都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in the only training example; each stands at its answer z.</source>
        <translation>{all} 种图样中有 {count} 种在唯一的训练样本中出现；每种都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in the only training digit; each stands at its answer z.</source>
        <translation>{all} 种图样中有 {count} 种在唯一的训练数字中出现；每种都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>silent: a = 0</source>
        <translation>没有反应：a = 0</translation>
    </message>
    <message>
        <source>speaks: a = z</source>
        <translation>发声：a = z</translation>
    </message>
    <message>
        <source>{count} patterns</source>
        <translation>{count} 种图样</translation>
    </message>
    <message>
        <source>1 pattern</source>
        <translation>1 种图样</translation>
    </message>
    <message>
        <source>{share} of windows</source>
        <translation>占窗口的 {share}</translation>
    </message>
    <message>
        <source>share of all windows; longest bar: {share}</source>
        <translation>占全部窗口的比例；最长的条：{share}</translation>
    </message>
    <message>
        <source>longest bar: {share}</source>
        <translation>最长的条：{share}</translation>
    </message>
    <message>
        <source>share of all windows; longest uncut bar: {share}</source>
        <translation>占全部窗口的比例；未截断的最长条：{share}</translation>
    </message>
    <message>
        <source>longest uncut bar: {share}</source>
        <translation>未截断的最长条：{share}</translation>
    </message>
    <message>
        <source>cut: the blank window, {share}</source>
        <translation>已截断：空白窗口，{share}</translation>
    </message>
    <message>
        <source>cut: {share}</source>
        <translation>已截断：{share}</translation>
    </message>
    <message>
        <source>shade: seen</source>
        <translation>深浅：出现次数</translation>
    </message>
    <message>
        <source>{count} times or more</source>
        <translation>{count} 次或更多</translation>
    </message>
    <message>
        <source>never in the training set</source>
        <translation>训练集中从未出现</translation>
    </message>
    <message>
        <source>1 time</source>
        <translation>1 次</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>What is shown is not all of ink.</source>
        <translation>所示内容不全是墨迹。</translation>
    </message>
    <message>
        <source>1 place of this picture has it</source>
        <translation>此图像中有 1 处</translation>
    </message>
    <message>
        <source>{count} places of this picture have it</source>
        <translation>此图像中有 {count} 处</translation>
    </message>
    <message>
        <source>{count} of the {all} patterns are in it</source>
        <translation>{all} 种图样中有 {count} 种在其中</translation>
    </message>
    <message>
        <source>Windows at the edge see zeros beyond it.</source>
        <translation>边缘的窗口在边界之外看到的是 0。</translation>
    </message>
    <message>
        <source>answer {rank} of {all}</source>
        <translation>第 {rank} / {all} 个回答</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>无墨</translation>
    </message>
    <message>
        <source>ink at {places}</source>
        <translation>有墨处：{places}</translation>
    </message>
    <message>
        <source>It reads feature maps, so its windows are no patterns of ink.</source>
        <translation>它读取的是特征图，所以它的窗口不是墨迹图样。</translation>
    </message>
    <message>
        <source>Each of its cells has weights of its own.</source>
        <translation>它的每一格都有自己的权重。</translation>
    </message>
    <message>
        <source>{k} × {k} pixels have {count} patterns.</source>
        <translation>{k} × {k} 个像素有 {count} 种图样。</translation>
    </message>
    <message>
        <source>Each of its cells has a bias of its own.</source>
        <translation>它的每一格都有自己的偏置。</translation>
    </message>
    <message>
        <source>Its input is added to what it answers.</source>
        <translation>它的回答还要加上它的输入。</translation>
    </message>
    <message>
        <source>The pictures are not all of ink.</source>
        <translation>这些图像不全是墨迹。</translation>
    </message>
    <message>
        <source>It is silent for all of them: a = 0. First comes what is nearest to being heard.</source>
        <translation>它对所有窗口都没有反应：a = 0。最接近有反应的排在最前。</translation>
    </message>
    <message>
        <source>there is 1 training digit</source>
        <translation>训练数字只有 1 个</translation>
    </message>
    <message>
        <source>there is 1 training example</source>
        <translation>训练样本只有 1 个</translation>
    </message>
    <message>
        <source>the strongest {count} of all {total} training digits</source>
        <translation>全部 {total} 个训练数字中最强的 {count} 个</translation>
    </message>
    <message>
        <source>the strongest {count} of all {total} training examples</source>
        <translation>全部 {total} 个训练样本中最强的 {count} 个</translation>
    </message>
    <message>
        <source>the strongest {count} of {examples} of the {total} training digits</source>
        <translation>{total} 个训练数字中看过 {examples} 个，最强的 {count} 个</translation>
    </message>
    <message>
        <source>the strongest {count} of {examples} of the {total} training examples</source>
        <translation>{total} 个训练样本中看过 {examples} 个，最强的 {count} 个</translation>
    </message>
    <message>
        <source>training example {index}, label {label} (shuffled)</source>
        <translation>训练样本 {index}，标签为 {label}（已打乱）</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>训练数字 {index}，标签为 {label}（已打乱）</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 个训练样本：数字 {label}</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>第 {index} 个训练样本</translation>
    </message>
    <message>
        <source>{label} (shuffled)</source>
        <translation>{label}（已打乱）</translation>
    </message>
    <message>
        <source>cell in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的格</translation>
    </message>
    <message>
        <source>it sees {rows} × {columns} pixels</source>
        <translation>它看到 {rows} × {columns} 个像素</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Do it now; Undo takes it back</source>
        <translation>现在就做；可以撤销</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Not again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Say this no more while this run is trained</source>
        <translation>这次训练中不再提示这一条</translation>
    </message>
    <message>
        <source>{title}: not again in this run</source>
        <translation>{title}：这次训练中不再提示</translation>
    </message>
</context>
<context>
    <name>FindingChip</name>
    <message>
        <source>What the numbers say: {titles}</source>
        <translation>数字说明了什么：{titles}</translation>
    </message>
    <message>
        <source>The numbers of this run say something that the lecture has a word for. A click opens the page of the findings; Help (F1) says when each kind is told.</source>
        <translation>这次训练的数字符合课上讲过的一种情况。单击打开发现页面；帮助（F1）说明每一种在什么情况下提示。</translation>
    </message>
</context>
<context>
    <name>FindingHelp</name>
    <message>
        <source>Told where all weights of a network with hidden layers began at 0, and the mean Cⁿ is {good} of guessing or more.</source>
        <translation>提示条件：有隐藏层的网络，全部权重从 0 开始，并且平均 Cⁿ 不低于随机猜测的 {good}。</translation>
    </message>
    <message>
        <source>Told where a hidden layer’s gradient per weight (rms), of the last update’s batch, is less than {vanished} of the output layer’s, while the mean Cⁿ is {half} of guessing or more.</source>
        <translation>提示条件：在最近一次更新的批次上，某个隐藏层每个权重的梯度（均方根）小于输出层的 {vanished}，同时平均 Cⁿ 不低于随机猜测的 {half}。</translation>
    </message>
    <message>
        <source>Told where a layer’s gradient per weight (rms), of the last update’s batch, is more than {exploded} times the mean Cⁿ of guessing, while the training set’s is {half} of guessing or more.</source>
        <translation>提示条件：在最近一次更新的批次上，某一层每个权重的梯度（均方根）大于随机猜测的平均 Cⁿ 的 {exploded} 倍，同时训练集的平均 Cⁿ 不低于随机猜测的 {half}。</translation>
    </message>
    <message>
        <source>Told where at least {dead} of a hidden layer’s neurons, of {fewest} or more, are flat for every test example, while the mean Cⁿ is {good} of guessing or more.</source>
        <translation>提示条件：某个至少有 {fewest} 个神经元的隐藏层中，至少 {dead} 的神经元对每个测试样本都是平的，同时平均 Cⁿ 不低于随机猜测的 {good}。</translation>
    </message>
    <message>
        <source>Told where an update moves a layer’s weights (rms) by {far} of their size or more, and the mean Cⁿ is either above {absurd} times guessing, or {good} of guessing or more and {still} above its least so far. Also where an update moves them by {wild} or more, and the mean Cⁿ is {half} of guessing or more.</source>
        <translation>提示条件：一次更新使某一层权重（均方根）的移动量达到自身大小的 {far} 或更多，并且平均 Cⁿ 要么高于随机猜测的 {absurd} 倍，要么不低于随机猜测的 {good} 且比此前的最小值高 {still}。或者：移动量达到自身大小的 {wild} 或更多，并且平均 Cⁿ 不低于随机猜测的 {half}。</translation>
    </message>
    <message>
        <source>Told where an update moves every layer’s weights (rms) by less than {near} of their size, and L falls, but the mean Cⁿ is {half} of guessing or more.</source>
        <translation>提示条件：一次更新使每一层权重（均方根）的移动量都不到自身大小的 {near}，L 在下降，但平均 Cⁿ 不低于随机猜测的 {half}。</translation>
    </message>
    <message>
        <source>Told where the test set’s mean Cⁿ is at least {risen} times its least so far, the training set’s at most {fallen} of what it was then, and the test set’s at least {apart} times the training set’s.</source>
        <translation>提示条件：测试集的平均 Cⁿ 至少是此前最小值的 {risen} 倍，训练集的至多是那时的 {fallen}，并且测试集的至少是训练集的 {apart} 倍。</translation>
    </message>
    <message>
        <source>Told where numbers are to be met from 1 or 2 inputs by neurons with ReLU or leaky ReLU, all biases began at 0, and the mean Cⁿ is {fitted} of what the mean as every answer costs, or more.</source>
        <translation>提示条件：用 ReLU 或 leaky ReLU 神经元从 1 个或 2 个输入拟合数值，全部偏置从 0 开始，并且平均 Cⁿ 不低于总答平均值的 {fitted}。</translation>
    </message>
    <message>
        <source>Told where L has changed by less than {still} in {still_updates} updates, or in a quarter of an epoch where that is more, while the mean Cⁿ is {half} of guessing or more; and only where no other finding says why.</source>
        <translation>提示条件：在 {still_updates} 次更新中（四分之一轮次更长时，则在四分之一轮次中）L 的变化不到 {still}，同时平均 Cⁿ 不低于随机猜测的 {half}；并且没有别的发现说明原因。</translation>
    </message>
    <message>
        <source>Without classes guessing is to answer always the mean of all targets.</source>
        <translation>没有类别时，随机猜测指总答所有目标的平均值。</translation>
    </message>
    <message>
        <source>Where the mean as every answer costs less than {least}, none of it is told.</source>
        <translation>总答平均值的平均 Cⁿ 小于 {least} 时，不提示。</translation>
    </message>
    <message>
        <source>That has to hold at {count} exact measurements in a row, over {updates} updates or more.</source>
        <translation>必须连续 {count} 次精确测量都符合，并且跨越至少 {updates} 次更新。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>All weights began at 0</source>
        <translation>所有权重都从 0 开始</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>Dead neurons</source>
        <translation>失效的神经元</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>学习率太大</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>学习率太小</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>All biases began at 0</source>
        <translation>所有偏置都从 0 开始</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>since update {since}; numbers exact at update {until}</source>
        <translation>自第 {since} 次更新起；数字在第 {until} 次更新时精确</translation>
    </message>
    <message>
        <source>{title}: updates {since} to {until}</source>
        <translation>{title}：第 {since} 到 {until} 次更新</translation>
    </message>
    <message>
        <source>Neurons that begin alike get the same gradient and stay alike, so a layer is worth one neuron. Random weights make them differ.</source>
        <translation>开始时相同的神经元得到相同的梯度，于是一直相同，一层只抵得上一个神经元。随机的权重使它们不同。</translation>
    </message>
    <message>
        <source>Backwards each layer multiplies the gradient by its weights and by f′(z), and a sigmoid’s is ¼ at most. Behind many layers little is left, so the first ones hardly learn.</source>
        <translation>反向时，每一层都把梯度乘以它的权重和 f′(z)，而 sigmoid 的 f′(z) 最多是 ¼。经过许多层后所剩无几，所以前面的层几乎学不到东西。</translation>
    </message>
    <message>
        <source>Each layer makes what goes through it larger, forwards and backwards, so it grows with every layer. Such a gradient throws the weights far away.</source>
        <translation>每一层都把经过它的东西放大，前向和反向都是如此，于是一层比一层大。这样的梯度会把权重甩得很远。</translation>
    </message>
    <message>
        <source>by guessing {baseline}</source>
        <translation>随机猜测则是 {baseline}</translation>
    </message>
    <message>
        <source>always the mean {baseline}</source>
        <translation>总答平均值则是 {baseline}</translation>
    </message>
    <message>
        <source>{count} of {units} in layer {layer}</source>
        <translation>第 {layer} 层 {units} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>The step jumps across the valley of L instead of going down into it. A smaller η makes smaller steps.</source>
        <translation>这一步跨过了 L 的山谷，而没有走下去。η 小一些，步子就小一些。</translation>
    </message>
    <message>
        <source>The direction is right, but the steps are tiny. A larger η gets there sooner.</source>
        <translation>方向是对的，但步子太小。η 大一些，就能早些到达。</translation>
    </message>
    <message>
        <source>What is learned now holds for the training examples only. Stop where the test loss was least, have more examples, or make it harder to learn them by heart.</source>
        <translation>现在学到的只适用于训练样本。可以停在测试损失最小处，可以用更多样本，也可以让网络更难死记硬背。</translation>
    </message>
    <message>
        <source>The training set’s mean Cⁿ is still {mean}; {guessing}.</source>
        <translation>训练集的平均 Cⁿ 仍是 {mean}；{guessing}。</translation>
    </message>
    <message>
        <source>The numbers still hold, but not for long enough since settings or parameters were changed: {titles}.</source>
        <translation>数值仍然符合，但自修改设置或参数以来还不够久：{titles}。</translation>
    </message>
    <message>
        <source>In the gradient that update {until} followed, that of {batch}, layer {layer} has {gradient} per weight (rms), the output layer {output}. After it the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新所用的梯度来自{batch}：第 {layer} 层每个权重的梯度（均方根）是 {gradient}，输出层的是 {output}。更新之后，训练集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>In the gradient that update {until} followed, that of {batch}, layer {layer} has {gradient} per weight (rms). After it the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新所用的梯度来自{batch}：第 {layer} 层每个权重的梯度（均方根）是 {gradient}。更新之后，训练集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>{count} of {units} in layer {layer} are dead: flat for every test example. The mean Cⁿ is {mean}.</source>
        <translation>第 {layer} 层的 {units} 个中有 {count} 个失效：对每个测试样本，f 都是平的。平均 Cⁿ 是 {mean}。</translation>
    </message>
    <message>
        <source>Update {until} moved the weights of layer {layer} by {ratio} of their size (rms). The mean Cⁿ is {mean}; it was {least} at update {at}.</source>
        <translation>第 {until} 次更新使第 {layer} 层的权重（均方根）移动了自身大小的 {ratio}。平均 Cⁿ 是 {mean}；在第 {at} 次更新时曾是 {least}。</translation>
    </message>
    <message>
        <source>Update {until} moved no layer’s weights by more than {ratio} of their size (rms). The mean Cⁿ falls, but only from {before} to {mean} in {span} updates.</source>
        <translation>第 {until} 次更新使每一层权重（均方根）的移动都不超过自身大小的 {ratio}。平均 Cⁿ 在下降，但 {span} 次更新只从 {before} 降到 {mean}。</translation>
    </message>
    <message>
        <source>Since update {at} the test set’s mean Cⁿ has risen from {test_before} to {test}, while the training set’s has fallen from {before} to {mean}.</source>
        <translation>自第 {at} 次更新以来，测试集的平均 Cⁿ 从 {test_before} 升到 {test}，而训练集的平均 Cⁿ 从 {before} 降到 {mean}。</translation>
    </message>
    <message>
        <source>The mean Cⁿ is {mean} after {until} updates; a constant would have {baseline}.</source>
        <translation>{until} 次更新之后平均 Cⁿ 是 {mean}；一个常数则是 {baseline}。</translation>
    </message>
    <message>
        <source>The mean Cⁿ was {before} at update {at} and is {mean} now; {guessing}.</source>
        <translation>平均 Cⁿ 在第 {at} 次更新时是 {before}，现在是 {mean}；{guessing}。</translation>
    </message>
    <message>
        <source>Update {until} moved the weights of layer {layer} by {ratio} of their size (rms). The mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新使第 {layer} 层的权重（均方根）移动了自身大小的 {ratio}。平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Before it was clipped, the gradient of update {until}, that of {batch}, had in layer {layer} {gradient} per weight (rms), in the output layer {output}. After the update the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新的梯度来自{batch}；裁剪之前，第 {layer} 层每个权重的梯度（均方根）是 {gradient}，输出层的是 {output}。更新之后，训练集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Before it was clipped, the gradient of update {until}, that of {batch}, had in layer {layer} {gradient} per weight (rms). After the update the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新的梯度来自{batch}；裁剪之前，第 {layer} 层每个权重的梯度（均方根）是 {gradient}。更新之后，训练集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Dead, that is flat for every test example, are {layers}. The mean Cⁿ is {mean}.</source>
        <translation>失效（对每个测试样本都是平的）：{layers}。平均 Cⁿ 是 {mean}。</translation>
    </message>
    <message>
        <source>all {count} training examples</source>
        <translation>全部 {count} 个训练样本</translation>
    </message>
    <message>
        <source>the only training example</source>
        <translation>唯一的训练样本</translation>
    </message>
    <message>
        <source>a batch of {size} of the {count} training examples</source>
        <translation>一个批次（{count} 个训练样本中的 {size} 个）</translation>
    </message>
    <message>
        <source>{batch} with {penalties}</source>
        <translation>{batch}，含 {penalties}</translation>
    </message>
    <message>
        <source>Each layer makes what goes through it larger, forwards and backwards, so it grows with every layer. Clipping makes such a gradient shorter, but leaves its direction.</source>
        <translation>每一层都把经过它的东西放大，前向和反向都是如此，于是一层比一层大。裁剪让这样的梯度变短，但不改变它的方向。</translation>
    </message>
    <message>
        <source>Where f′(z) is 0 for all examples, as with ReLU, no gradient passes through f, and the neuron can’t learn any more; where it is nearly 0, hardly. Only a residual connection carries a gradient past it. A large update has often pushed z below 0 for good.</source>
        <translation>如果 f′(z) 对所有样本都是 0（例如 ReLU），就没有梯度能通过 f，神经元再也学不到东西；如果几乎是 0，就几乎学不到。只有残差连接能让梯度绕过它。往往是一次很大的更新把 z 永远推到了 0 以下。</translation>
    </message>
    <message>
        <source>ReLU and leaky ReLU bend where z = wx + b is 0, and nowhere else. With every b = 0 all of them begin to bend at x = 0; what is to bend elsewhere waits until the biases have moved.</source>
        <translation>ReLU 和 leaky ReLU 只在 z = wx + b 为 0 处弯折。如果所有 b = 0，它们开始时都在 x = 0 处弯折；要在别处弯折，得等偏置移动之后。</translation>
    </message>
    <message>
        <source>The gradient is nearly 0 here, or that of each batch points elsewhere; but L is far from small. Another start or another way down may leave it.</source>
        <translation>这里的梯度几乎是 0，或者每个批次的梯度指向不同的方向；但 L 还远远不小。换一个起点或换一种下降的方法，也许能离开这里。</translation>
    </message>
    <message>
        <source>Try it: random weights</source>
        <translation>试一试：随机的初始权重</translation>
    </message>
    <message>
        <source>Try it: a spread start</source>
        <translation>试一试：均匀铺开的起点</translation>
    </message>
    <message>
        <source>Try it: ReLU</source>
        <translation>试一试：ReLU</translation>
    </message>
    <message>
        <source>Try it: residual connections</source>
        <translation>试一试：残差连接</translation>
    </message>
    <message>
        <source>Try it: residual layers begin at {before} → {after}</source>
        <translation>试一试：残差层的初始倍数 {before} → {after}</translation>
    </message>
    <message>
        <source>Try it: leaky ReLU</source>
        <translation>试一试：leaky ReLU</translation>
    </message>
    <message>
        <source>Try it: clip the gradient at {after}</source>
        <translation>试一试：梯度裁剪到 {after}</translation>
    </message>
    <message>
        <source>Try it: learning rate {before} → {after}</source>
        <translation>试一试：学习率 {before} → {after}</translation>
    </message>
    <message>
        <source>Try it: Adam</source>
        <translation>试一试：Adam</translation>
    </message>
    <message>
        <source>Try it: early stopping after {after} epochs</source>
        <translation>试一试：{after} 个轮次后早停</translation>
    </message>
    <message>
        <source>Try it: dropout {after}</source>
        <translation>试一试：随机失活 {after}</translation>
    </message>
    <message>
        <source>Try it: new weights</source>
        <translation>试一试：新的初始权重</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 条发现</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} 条发现</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>since update</source>
        <translation>自第几次更新起</translation>
    </message>
    <message>
        <source>until update</source>
        <translation>至第几次更新</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>测得的数值</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>A finding appears when the numbers have held at two or three exact measurements in a row, over as many updates as its kind needs ({least} to {most}), and goes when they hold no more. Once settings or parameters are changed by hand, they have to hold anew.</source>
        <translation>连续两三次精确测量都符合，并且经过该类问题所需的更新次数（{least} 到 {most} 次），才列出；不再符合就撤下。手动修改设置或参数后，须重新符合这么久。</translation>
    </message>
    <message>
        <source>At the last measurement nothing has held long enough to be a finding.</source>
        <translation>到最近一次测量为止，没有任何情况持续得够久，所以没有列出问题。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take this page away</source>
        <translation>收起这一页</translation>
    </message>
    <message>
        <source>What the numbers of this run say in plain words, each with its numbers, the lecture’s reason and one thing to try. What’s this? (Shift+F1) on a card says when its kind is told; Help (F1) has all nine.</source>
        <translation>用平常的话说出这次训练的数字说明了什么，每一条都有它的数字、课上的理由和一个可以尝试的办法。在卡片上用“这是什么？”（Shift+F1）可知它在什么情况下提示；帮助（F1）中有全部九种。</translation>
    </message>
</context>
<context>
    <name>FindingsPresenter</name>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
</context>
<context>
    <name>FirstLookBox</name>
    <message>
        <source>The labels are in column {name} (shown first); the other columns are inputs: {count}.</source>
        <translation>标签在 {name} 列（排在最前）；其余各列为输入：{count} 个。</translation>
    </message>
    <message>
        <source>By the first lines the labels are in column {name} (shown first); the other columns are inputs: {count}.</source>
        <translation>从前面的行来看，标签在 {name} 列（排在最前）；其余各列为输入：{count} 个。</translation>
    </message>
    <message>
        <source>A class for each folder: {classes}</source>
        <translation>每个文件夹一个类别：{classes}</translation>
    </message>
    <message>
        <source>{count} pictures of {rows} × {columns} pixels.</source>
        <translation>{count} 张图像，每张 {rows} × {columns} 像素。</translation>
    </message>
    <message>
        <source>{count} examples with {inputs} inputs.</source>
        <translation>{count} 个样本，每个有 {inputs} 个输入。</translation>
    </message>
    <message>
        <source>{count} examples with 1 input.</source>
        <translation>{count} 个样本，每个有 1 个输入。</translation>
    </message>
    <message>
        <source>Classes: {classes}</source>
        <translation>类别：{classes}</translation>
    </message>
    <message>
        <source>Press Enter again to learn from these.</source>
        <translation>再按一次 Enter，就用这些样本训练。</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>The first rows, as they are in the file</source>
        <translation>文件中的前几行</translation>
    </message>
    <message>
        <source>The first line counts the columns, so it is taken for their names.</source>
        <translation>第一行是各列的编号，因此当作各列的名称。</translation>
    </message>
    <message>
        <source>The first line counts the columns, too: is it an example, or their names?</source>
        <translation>第一行也正好是各列的编号：它是一个样本，还是各列的名称？</translation>
    </message>
    <message>
        <source>Inputs are stored as float32, which rounds large numbers: in column {name}, {written} becomes {becomes}.</source>
        <translation>输入按 float32 存储，较大的数会被舍入：{name} 列中的 {written} 变成 {becomes}。</translation>
    </message>
    <message>
        <source>Other such columns: {count}.</source>
        <translation>另有 {count} 列也是如此。</translation>
    </message>
    <message>
        <source>Standardised columns are computed before they are rounded.</source>
        <translation>标准化的列先计算、后舍入。</translation>
    </message>
</context>
<context>
    <name>FittingField</name>
    <message>
        <source>{value} is refused.</source>
        <translation>不接受 {value}。</translation>
    </message>
</context>
<context>
    <name>FlipChainRow</name>
    <message>
        <source>The fewest flips that change the answer</source>
        <translation>改变回答所需的最少翻转</translation>
    </message>
</context>
<context>
    <name>FlipMaps</name>
    <message>
        <source>What each pixel decides</source>
        <translation>每个像素决定了什么</translation>
    </message>
    <message>
        <source>At the left the example that is shown; at the right what each of its pixels decides: the change of C where that pixel alone is flipped, by a forward pass of its own. Lime and + raise C, violet and − lower it. A frame stands around the pixels that change the answer, with the new answer in it where there is room. Point at a pixel for its numbers; a click or the arrow keys choose one, Home the one that raises C most, End the one that lowers it most, and Enter flips it in a drawing.</source>
        <translation>左边是所显示的样本；右边是它的每个像素决定了什么：只翻转这一个像素时 C 的变化，各由一次前向计算得出。黄绿色和 + 使 C 变大，紫色和 − 使 C 变小。能改变回答的像素带有方框，放得下时框里写着新的回答。指向一个像素可看它的数；单击或用方向键选择一个，Home 选使 C 增大最多的，End 选使 C 减小最多的，Enter 在手写中把它翻转。</translation>
    </message>
</context>
<context>
    <name>FlipPresenter</name>
    <message>
        <source>Flip pixels</source>
        <translation>翻转像素</translation>
    </message>
    <message>
        <source>There is no training, so nothing can be flipped.</source>
        <translation>训练进程已不在，无法翻转。</translation>
    </message>
    <message>
        <source>Flipping each pixel…</source>
        <translation>正在逐个翻转像素…</translation>
    </message>
</context>
<context>
    <name>FlipSide</name>
    <message>
        <source>Flip &amp;it</source>
        <translation>翻转它(&amp;I)</translation>
    </message>
    <message>
        <source>Draw the example with the chosen pixel flipped, as a drawing of your own (Enter)</source>
        <translation>把翻转了所选像素的样本画成你自己的手写（Enter）</translation>
    </message>
    <message>
        <source>Flip the chosen pixel</source>
        <translation>翻转所选的像素</translation>
    </message>
    <message>
        <source>Do the fe&amp;west flips</source>
        <translation>做最少的翻转(&amp;W)</translation>
    </message>
    <message>
        <source>Draw the example with all flips of the row below, as a drawing of your own</source>
        <translation>把做了下面一行全部翻转的样本画成你自己的手写</translation>
    </message>
    <message>
        <source>Do the fewest flips</source>
        <translation>做最少的翻转</translation>
    </message>
    <message>
        <source>What is flipped becomes a drawing; the example stays as it is.</source>
        <translation>翻转的结果成为一幅手写；样本保持原样。</translation>
    </message>
    <message>
        <source>Such a picture cannot be drawn here: what is flipped cannot be kept.</source>
        <translation>这样的图像不能在这里手写：翻转的结果无法保留。</translation>
    </message>
</context>
<context>
    <name>Flips</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What each pixel decides</source>
        <translation>每个像素决定了什么</translation>
    </message>
    <message>
        <source>exact, after update {update}</source>
        <translation>精确值，第 {update} 次更新后</translation>
    </message>
    <message>
        <source>These inputs are no picture: there is no pixel to be flipped.</source>
        <translation>这些输入不是图像：没有像素可以翻转。</translation>
    </message>
    <message>
        <source>These examples have numbers to be met, and no classes: there is no answer to be changed.</source>
        <translation>这些样本的目标是数而不是类别：没有可以改变的回答。</translation>
    </message>
    <message>
        <source>no answer: several outputs are largest, or one is no number</source>
        <translation>没有回答：有几个输出同为最大，或有输出不是数</translation>
    </message>
    <message>
        <source>says {answer}</source>
        <translation>判为 {answer}</translation>
    </message>
    <message>
        <source>says {answer}, as its label is</source>
        <translation>判为 {answer}，与标签相同</translation>
    </message>
    <message>
        <source>says {answer}, its label is {label}</source>
        <translation>判为 {answer}，标签为 {label}</translation>
    </message>
    <message>
        <source>says {answer}, which is right</source>
        <translation>判为 {answer}，正确</translation>
    </message>
    <message>
        <source>says {answer}, is {label}</source>
        <translation>判为 {answer}，应为 {label}</translation>
    </message>
    <message>
        <source>No C: say which class the drawing is meant to be.</source>
        <translation>没有 C：请说明手写的是哪一类。</translation>
    </message>
    <message>
        <source>C is no finite number.</source>
        <translation>C 不是有限的数。</translation>
    </message>
    <message>
        <source>{raised} of {count} pixels raise C, {lowered} lower it.</source>
        <translation>{count} 个像素中有 {raised} 个使 C 变大，{lowered} 个使 C 变小。</translation>
    </message>
    <message>
        <source>None changes the answer alone.</source>
        <translation>没有一个能单独改变回答。</translation>
    </message>
    <message>
        <source>1 changes the answer alone.</source>
        <translation>有 1 个能单独改变回答。</translation>
    </message>
    <message>
        <source>{count} change the answer alone.</source>
        <translation>有 {count} 个能单独改变回答。</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>Pixel in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>有墨</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>无墨</translation>
    </message>
    <message>
        <source>still says {before}</source>
        <translation>仍判为 {before}</translation>
    </message>
    <message>
        <source>answer {before} → {after}</source>
        <translation>回答 {before} → {after}</translation>
    </message>
    <message>
        <source>Point at a pixel, or move with the arrow keys.</source>
        <translation>指向一个像素，或用方向键移动。</translation>
    </message>
    <message>
        <source>There is only one class: no flip changes the answer.</source>
        <translation>只有一个类别：任何翻转都不改变回答。</translation>
    </message>
    <message>
        <source>1 flip is the fewest: of {pixels} pixels this one does it alone.</source>
        <translation>最少 1 次翻转：{pixels} 个像素中只有这一个能单独做到。</translation>
    </message>
    <message>
        <source>1 flip is the fewest: {singles} of {pixels} pixels do it alone, this one most clearly.</source>
        <translation>最少 1 次翻转：{pixels} 个像素中有 {singles} 个能单独做到，这一个最明显。</translation>
    </message>
    <message>
        <source>2 flips are the fewest: no one of {pixels} pixels does it; {found} of {pairs} pairs do, this one most clearly.</source>
        <translation>最少 2 次翻转：{pixels} 个像素没有一个能单独做到；{pairs} 对中有 {found} 对能做到，这一对最明显。</translation>
    </message>
    <message>
        <source>2 flips are the fewest: no one of {pixels} pixels does it. This pair was found greedily; the {pairs} pairs were not tried.</source>
        <translation>最少 2 次翻转：{pixels} 个像素没有一个能单独做到。这一对由贪心法找到；没有试遍 {pairs} 对。</translation>
    </message>
    <message>
        <source>3 flips, chosen greedily. 3 is the fewest: no one of {pixels} pixels and none of {pairs} pairs does it.</source>
        <translation>3 次翻转，由贪心法选出。3 次就是最少：{pixels} 个像素没有一个、{pairs} 对没有一对能做到。</translation>
    </message>
    <message>
        <source>{flips} flips do it, chosen greedily. No one of {pixels} pixels and none of {pairs} pairs does; whether {fewer} flips do was not tried.</source>
        <translation>{flips} 次翻转能做到，由贪心法选出。{pixels} 个像素没有一个、{pairs} 对没有一对能做到；{fewer} 次能否做到没有试过。</translation>
    </message>
    <message>
        <source>{flips} flips do it, chosen greedily. No one of {pixels} pixels does; whether {fewer} flips do was not tried: there are {pairs} pairs.</source>
        <translation>{flips} 次翻转能做到，由贪心法选出。{pixels} 个像素没有一个能单独做到；{fewer} 次能否做到没有试过：共有 {pairs} 对。</translation>
    </message>
    <message>
        <source>No one of {pixels} pixels and none of {pairs} pairs changes the answer. Chosen greedily, {gave_up} flips do not either; more were not tried.</source>
        <translation>{pixels} 个像素没有一个、{pairs} 对没有一对能改变回答。用贪心法选出的 {gave_up} 次翻转也不能；更多的没有试过。</translation>
    </message>
    <message>
        <source>No one of {pixels} pixels changes the answer. Chosen greedily, {gave_up} flips do not either; more, and the {pairs} pairs, were not tried.</source>
        <translation>{pixels} 个像素没有一个能改变回答。用贪心法选出的 {gave_up} 次翻转也不能；更多的以及 {pairs} 对都没有试过。</translation>
    </message>
    <message>
        <source>There is no answer that flips could change.</source>
        <translation>没有可由翻转改变的回答。</translation>
    </message>
    <message>
        <source>Trying all pairs: {done} of {total}…</source>
        <translation>正在试遍所有的对：{done} / {total}…</translation>
    </message>
    <message>
        <source>None of them changes the answer alone. Whether two do is looked for where the training rests.</source>
        <translation>没有一个能单独改变回答。两个能否做到，要等训练暂停时再找。</translation>
    </message>
    <message>
        <source>Looking for the fewest flips that change the answer…</source>
        <translation>正在寻找改变回答所需的最少翻转…</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>flipped: ink ↔ no ink</source>
        <translation>翻转：有墨 ↔ 无墨</translation>
    </message>
    <message>
        <source>line: edge of the ink</source>
        <translation>线：墨迹的边缘</translation>
    </message>
    <message>
        <source>flipped: x becomes 1 − x</source>
        <translation>翻转：x 变为 1 − x</translation>
    </message>
    <message>
        <source>line: edge of what is 0.5 or more</source>
        <translation>线：不小于 0.5 处的边缘</translation>
    </message>
    <message>
        <source>full colour at |ΔC| = {scale}</source>
        <translation>|ΔC| = {scale} 时颜色最浓</translation>
    </message>
    <message>
        <source>every ΔC is 0</source>
        <translation>所有 ΔC 都是 0</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>ΔC if flipped alone</source>
        <translation>只翻转这个像素时的 ΔC</translation>
    </message>
    <message>
        <source>answers if flipped alone</source>
        <translation>只翻转这个像素时的回答</translation>
    </message>
    <message>
        <source>− lowers C</source>
        <translation>− 使 C 变小</translation>
    </message>
    <message>
        <source>+ raises it</source>
        <translation>+ 使 C 变大</translation>
    </message>
    <message>
        <source>frame: another answer</source>
        <translation>方框：回答改变</translation>
    </message>
    <message>
        <source>in a pixel: + raises C most ({raised}), − lowers it most ({lowered})</source>
        <translation>像素中：+ 使 C 升得最多（{raised} 个），− 使它降得最多（{lowered} 个）</translation>
    </message>
    <message>
        <source>in a pixel: + raises C most ({raised})</source>
        <translation>像素中：+ 使 C 升得最多（{raised} 个）</translation>
    </message>
    <message>
        <source>in a pixel: − lowers C most ({lowered})</source>
        <translation>像素中：− 使 C 降得最多（{lowered} 个）</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>The examples of what is chosen in the matrix</source>
        <translation>矩阵中所选部分的样本</translation>
    </message>
    <message>
        <source>The examples of the chosen cell, or the mistakes of a row, a column or the whole set: the one of whose answer the network is most certain comes first, and below each stands y of what it says. Scroll, or use the arrow and page keys, to see all of them. A click chooses one; Enter shows it in the network.</source>
        <translation>所选格子的样本，或者一行、一列、整个数据集中判错的样本：网络最有把握的排在最前，每个样本下面是所判类别的 y。滚动，或用方向键和翻页键，可以看到全部。单击选中一个；按 Enter 在网络中显示。</translation>
    </message>
</context>
<context>
    <name>HardSampleButton</name>
    <message>
        <source>Almost no gradient: this one is already right.</source>
        <translation>几乎没有梯度：这个已经认对了。</translation>
    </message>
    <message>
        <source>Show a hard one</source>
        <translation>换一个难的</translation>
    </message>
    <message>
        <source>Wrong, but saturated: almost no gradient.</source>
        <translation>答错了，但已饱和：几乎没有梯度。</translation>
    </message>
    <message>
        <source>Show a test example that the network gets wrong</source>
        <translation>显示一个网络判错的测试样本</translation>
    </message>
    <message>
        <source>Shows a test example that the network gets wrong.</source>
        <translation>显示一个网络判错的测试样本。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>What the marks on screen mean, the lecture&apos;s words, what to try next, and when a finding is told.</source>
        <translation>屏幕上的标记是什么意思、课上的术语、接下来可以试什么，以及发现在什么情况下提示。</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>你看到的是什么</translation>
    </message>
    <message>
        <source>The twelve words</source>
        <translation>十二个术语</translation>
    </message>
    <message>
        <source>What to try next</source>
        <translation>接下来试试</translation>
    </message>
    <message>
        <source>The nine findings</source>
        <translation>九种发现</translation>
    </message>
    <message>
        <source>All marks and their numbers…</source>
        <translation>所有标记及其数值…</translation>
    </message>
    <message>
        <source>A table of every kind of mark, with the number that it shows</source>
        <translation>每种标记的列表，以及它表示的数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this page (Esc)</source>
        <translation>关闭此页（Esc）</translation>
    </message>
    <message>
        <source>Point at an entry, and its place gets a frame; so do the twelve words.</source>
        <translation>指向一个条目，它所在的位置会被框出；十二个术语也是如此。</translation>
    </message>
</context>
<context>
    <name>HelpPresenter</name>
    <message>
        <source>Click what is to be explained. Esc ends this.</source>
        <translation>单击想了解的东西。按 Esc 结束。</translation>
    </message>
    <message>
        <source>Click what is to be explained, or press {key} again: then it is what has the keyboard. Esc ends this.</source>
        <translation>单击想了解的东西，或再按一次 {key} 说明当前的键盘焦点所在。按 Esc 结束。</translation>
    </message>
</context>
<context>
    <name>HelpTexts</name>
    <message>
        <source>The curve of L</source>
        <translation>L 的曲线</translation>
    </message>
    <message>
        <source>The total loss L after each measured update. Training is nothing but the search for weights that make L small. Where the curve of the test set rises while that of the training set falls, the network learns by heart: overfitting.</source>
        <translation>每次测得的更新之后的总损失 L。训练就是寻找使 L 变小的权重。如果训练集的曲线下降而测试集的曲线上升，网络就是在死记硬背：过拟合。</translation>
    </message>
    <message>
        <source>The three steps, at the left</source>
        <translation>左边的三个步骤</translation>
    </message>
    <message>
        <source>Deep learning as the lecture tells it: choose a function set (the structure), say how good a function is (the loss), pick the best one (gradient descent).</source>
        <translation>课上讲的深度学习三步：选定函数集（网络结构），评估函数的好坏（损失），选择最优函数（梯度下降）。</translation>
    </message>
    <message>
        <source>The speed, in the toolbar</source>
        <translation>工具栏里的速度</translation>
    </message>
    <message>
        <source>Function set</source>
        <translation>函数集</translation>
    </message>
    <message>
        <source>A network structure without its numbers. Every choice of the parameters θ, all weights and biases, makes one function of it.</source>
        <translation>还没有数值的网络结构。每选定一组参数 θ（所有权重和偏置），就得到其中的一个函数。</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Adds up its inputs, z = Σ w·x + b, and answers with its activation a = f(z).</source>
        <translation>把输入加权求和，z = Σ w·x + b，再输出激活 a = f(z)。</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>权重 w</translation>
    </message>
    <message>
        <source>How strongly a connection passes on what comes in; a negative one turns it round.</source>
        <translation>连接以多大的强度传递输入；负的权重会使符号反转。</translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation>偏置 b</translation>
    </message>
    <message>
        <source>What a neuron adds to its sum whatever comes in: the larger b, the sooner it fires.</source>
        <translation>不论输入是什么，神经元都加到和里的数：b 越大，越容易激活。</translation>
    </message>
    <message>
        <source>Activation a = f(z)</source>
        <translation>激活 a = f(z)</translation>
    </message>
    <message>
        <source>What a neuron sends on. Without the bend of f all layers together would be no more than one.</source>
        <translation>神经元送出的数。如果 f 不是非线性的，所有层加在一起也只相当于一层。</translation>
    </message>
    <message>
        <source>Cross-entropy Cⁿ</source>
        <translation>交叉熵 Cⁿ</translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation>总损失 L</translation>
    </message>
    <message>
        <source>The sum of all Cⁿ over the training set: how bad this one function is.</source>
        <translation>训练集上所有 Cⁿ 之和：当前这个函数有多差。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>∂C/∂w says how much C grows when w grows a little. All of them together point uphill, so the training goes the other way.</source>
        <translation>∂C/∂w 说明 w 稍稍增大时 C 增大多少。所有这些合在一起指向上坡方向，所以训练朝相反方向走。</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Computes all gradients in one pass from the outputs back to the inputs: each layer&apos;s δ from the δ of the layer after it.</source>
        <translation>从输出到输入反向走一遍，就算出所有梯度：每一层的 δ 由后一层的 δ 得出。</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The examples of one update: their gradients are averaged, then the weights change once.</source>
        <translation>一次更新所用的样本：先把它们的梯度取平均，再改变一次权重。</translation>
    </message>
    <message>
        <source>Update, epoch</source>
        <translation>更新、轮次</translation>
    </message>
    <message>
        <source>An update is one change of all parameters θ. An epoch is one way through all training examples in a new order; what is left over for no full batch is dropped, and the next epoch has all of them in another order.</source>
        <translation>更新是所有参数 θ 的一次改变。按新的顺序把所有训练样本过一遍，就是一个轮次；凑不满一个批次的样本在这一轮次中舍去，下一轮次再把全部样本重新排列。</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>L falls, and the outputs&apos; bars grow where they should.</source>
        <translation>L 下降，输出的条在该长的地方变长。</translation>
    </message>
    <message>
        <source>Watch one update step by step</source>
        <translation>一步一步地看一次更新</translation>
    </message>
    <message>
        <source>Signal, C, gradient, change: what every update consists of.</source>
        <translation>信号、C、梯度、变化量：每次更新都由这些组成。</translation>
    </message>
    <message>
        <source>Draw a digit yourself</source>
        <translation>自己手写一个数字</translation>
    </message>
    <message>
        <source>The outputs follow your pen.</source>
        <translation>输出会随着你的笔变化。</translation>
    </message>
    <message>
        <source>See one that it gets wrong</source>
        <translation>看一个判错的样本</translation>
    </message>
    <message>
        <source>Would you have known? Look at which bar is hatched.</source>
        <translation>换成你能认出来吗？看看哪一条画着斜线。</translation>
    </message>
    <message>
        <source>Colour the connections by their gradient</source>
        <translation>按梯度给连接上色</translation>
    </message>
    <message>
        <source>Which weights does this example want to change, and in which direction?</source>
        <translation>这个样本想改变哪些权重，朝哪个方向？</translation>
    </message>
    <message>
        <source>Take far too large a learning rate</source>
        <translation>把学习率设得过大</translation>
    </message>
    <message>
        <source>Let it learn {count} digits by heart</source>
        <translation>让它死记 {count} 个数字</translation>
    </message>
    <message>
        <source>Run it: training L goes to 0, test L does not. Undo brings all digits back.</source>
        <translation>运行后：训练集的 L 趋于 0，测试集的 L 则不然。撤销可以恢复全部数字。</translation>
    </message>
    <message>
        <source>Learn a curve instead of digits</source>
        <translation>改为学习一条曲线</translation>
    </message>
    <message>
        <source>Run it: with one input you see the whole function bend towards the points.</source>
        <translation>运行后：只有一个输入，可以看到整个函数向数据点弯过去。</translation>
    </message>
    <message>
        <source>L leaps up instead of falling. Undo brings the rate back, Rewind the first weights.</source>
        <translation>L 不降反升。“撤销”恢复学习率，“回到起点”恢复最初的权重。</translation>
    </message>
    <message>
        <source>With softmax outputs, the loss of example n is −ln y of the right class: 0 for a sure right answer, and without bound for a sure wrong one.</source>
        <translation>输出为 Softmax 时，第 n 个样本的损失是正确类别的 −ln y：完全确信且答对时为 0；越确信地答错，它越大，没有上限。</translation>
    </message>
    <message>
        <source>How far an update goes; with plain gradient descent w ← w − η·∂C/∂w. Too small is slow, too large leaps over.</source>
        <translation>一次更新走多远；普通梯度下降为 w ← w − η·∂C/∂w。太小则慢，太大则会跨过头。</translation>
    </message>
    <message>
        <source>Near the left end every update is shown step by step, the more slowly the farther left; at the far right the computer trains as fast as it can. Nothing but the pace differs: the same updates are made.</source>
        <translation>靠近左端会把每次更新一步一步地显示出来，越靠左越慢；最右端则以计算机的最快速度训练。只有快慢不同：所做的更新完全一样。</translation>
    </message>
    <message>
        <source>The timeline, under the curve</source>
        <translation>时间线，在曲线下面</translation>
    </message>
    <message>
        <source>Every run is a line, from its first update to the newest. Drag along it to see the network as it was: the engine goes back to the state that it kept before that update, and makes the updates since once more, to the same bits. What you change there begins a run of its own; the old one is kept.</source>
        <translation>每次训练是一条线，从第一次更新到最新的一次。沿着它拖动，就能看到当时的网络：引擎回到那次更新之前保存的状态，再把其后的更新重做一遍，每一位都相同。在那里改变什么，就从那里开始另一次训练；原来的保留。</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>log scale</source>
        <translation>对数刻度</translation>
    </message>
</context>
<context>
    <name>IdleCommandPresenter</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可以重做的操作。</translation>
    </message>
    <message>
        <source>Update 0 is shown: there is none before it.</source>
        <translation>显示的是第 0 次更新：在它之前没有更新。</translation>
    </message>
    <message>
        <source>The weights are changed: the phases before showed the old ones, which are gone.</source>
        <translation>权重已经改变：之前的阶段显示的是旧权重，已无法再显示。</translation>
    </message>
    <message>
        <source>The first phase is shown: there is none before it.</source>
        <translation>显示的是第一个阶段：之前没有阶段。</translation>
    </message>
    <message>
        <source>The newest update is shown: nothing that was trained comes after it.</source>
        <translation>显示的是最新的更新：在它之后还没有训练。</translation>
    </message>
    <message>
        <source>The newest update is shown already.</source>
        <translation>显示的已经是最新的更新。</translation>
    </message>
    <message>
        <source>A branch begins at an earlier update: look back at one first.</source>
        <translation>分支从更早的更新开始：请先回看一次更早的更新。</translation>
    </message>
    <message>
        <source>One network is shown alone: “Side by side” puts a second one beside it.</source>
        <translation>只显示了一个网络：请先用“并排比较”在旁边显示第二个。</translation>
    </message>
    <message>
        <source>Examples of the training are shown already.</source>
        <translation>显示的已经是训练样本。</translation>
    </message>
    <message>
        <source>The whole network is in view already.</source>
        <translation>整个网络已经都在画面中。</translation>
    </message>
    <message>
        <source>The type is as large as it can be: {size}.</source>
        <translation>字号已经是最大的：{size}。</translation>
    </message>
    <message>
        <source>The type is as small as it can be: {size}.</source>
        <translation>字号已经是最小的：{size}。</translation>
    </message>
    <message>
        <source>The type has its usual size already.</source>
        <translation>字号已经是通常的大小。</translation>
    </message>
    <message>
        <source>The training’s process has ended: “Retry” starts it again.</source>
        <translation>训练进程已结束：用“重试”重新启动它。</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Your own examples</source>
        <translation>你自己的样本</translation>
    </message>
    <message>
        <source>A folder of folders of images</source>
        <translation>含有图像子文件夹的文件夹</translation>
    </message>
    <message>
        <source>The labels of the images</source>
        <translation>图像的标签</translation>
    </message>
    <message>
        <source>Column with the labels</source>
        <translation>标签所在的列</translation>
    </message>
    <message>
        <source>Which column has the labels of the examples</source>
        <translation>选择样本的标签所在的列</translation>
    </message>
    <message>
        <source>IDX images (as MNIST&apos;s, also .gz), NPZ with the arrays X and y, a table (.csv, .tsv, .txt) with a column of labels, or a folder that has a folder of images for each class.</source>
        <translation>IDX 图像（如 MNIST，也可为 .gz）、含数组 X 和 y 的 NPZ、带一列标签的表格（.csv、.tsv、.txt），或每个类别各有一个图像子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>Where your examples are</source>
        <translation>你的样本在哪里</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of folders of images</source>
        <translation>选择含有图像子文件夹的文件夹</translation>
    </message>
    <message>
        <source>Choose the file of the labels</source>
        <translation>选择标签文件</translation>
    </message>
    <message>
        <source>Labels of IDX images, where they are not beside them</source>
        <translation>IDX 图像的标签（若不在图像旁边）</translation>
    </message>
    <message>
        <source>Pictures become 16 × 16 ink</source>
        <translation>图像变成 16 × 16 的墨迹</translation>
    </message>
    <message>
        <source>For the test, %</source>
        <translation>留作测试，%</translation>
    </message>
    <message>
        <source>A table&apos;s columns are each shifted and scaled to mean 0 and standard deviation 1 over the training examples, so that none outweighs the others by its unit. Pictures are left alone.</source>
        <translation>把表格的每一列平移并缩放，使其在训练样本上均值为 0、标准差为 1，这样任何一列都不会因单位而压过其他列。图像不受影响。</translation>
    </message>
    <message>
        <source>Bring columns to one size (standardise)</source>
        <translation>统一各列的大小（标准化）</translation>
    </message>
    <message>
        <source>They are prepared like a drawing on the canvas; otherwise they stay grey, in their own size</source>
        <translation>与画布上的手写同样处理；否则为灰度，保持原来大小</translation>
    </message>
    <message>
        <source>This share of the examples is kept for the test</source>
        <translation>留出这么多样本用于测试</translation>
    </message>
    <message>
        <source>Otherwise the first line is an example, as all others are</source>
        <translation>否则第一行和其他各行一样，是一个样本</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>第一行是各列的名称</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>What was left out, and why</source>
        <translation>略过了哪些，以及原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Influence</name>
    <message>
        <source>your drawing</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>your drawing, meant as a {label}</source>
        <translation>手写，应为 {label}</translation>
    </message>
    <message>
        <source>own {index}, a {label}</source>
        <translation>自己的样本 {index}，是 {label}</translation>
    </message>
    <message>
        <source>test example {index}</source>
        <translation>第 {index} 个测试样本</translation>
    </message>
    <message>
        <source>test digit {index}, a {label}</source>
        <translation>第 {index} 个测试样本：数字 {label}</translation>
    </message>
    <message>
        <source>test example {index}: {label}</source>
        <translation>第 {index} 个测试样本：{label}</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>第 {index} 个训练样本</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>训练数字 {index}，标签为 {label}（已打乱）</translation>
    </message>
    <message>
        <source>training example {index}, label {label} (shuffled)</source>
        <translation>训练样本 {index}，标签为 {label}（已打乱）</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 个训练样本：数字 {label}</translation>
    </message>
    <message>
        <source>training example {index}: {label}</source>
        <translation>第 {index} 个训练样本：{label}</translation>
    </message>
    <message>
        <source>influence {value}</source>
        <translation>影响 {value}</translation>
    </message>
    <message>
        <source>says none alone: several are largest</source>
        <translation>没有单独判为一类：有几个同为最大</translation>
    </message>
    <message>
        <source>says {answer}</source>
        <translation>判为 {answer}</translation>
    </message>
    <message>
        <source>C of its target: {loss}</source>
        <translation>对其目标的 C：{loss}</translation>
    </message>
    <message>
        <source>C towards {target}: {loss},  {y}</source>
        <translation>以 {target} 为目标的 C：{loss}，{y}</translation>
    </message>
    <message>
        <source>C of its target, log</source>
        <translation>对其目标的 C，对数</translation>
    </message>
    <message>
        <source>C towards {target}, log</source>
        <translation>以 {target} 为目标的 C，对数</translation>
    </message>
    <message>
        <source>first order, at update {update} alone (η {rate})</source>
        <translation>一阶估计，只在第 {update} 次更新（η {rate}）</translation>
    </message>
    <message>
        <source>first order, at updates {updates} (η {rate} each)</source>
        <translation>一阶估计，在第 {updates} 次更新（各 η {rate}）</translation>
    </message>
    <message>
        <source>first order, at updates {updates}</source>
        <translation>一阶估计，在第 {updates} 次更新</translation>
    </message>
    <message>
        <source>an estimate, no proof</source>
        <translation>只是估计，不是证明</translation>
    </message>
    <message>
        <source>longest bar: ±{scale}</source>
        <translation>最长的条：±{scale}</translation>
    </message>
    <message>
        <source>I = Σ η ∇C·∇Cⁿ</source>
        <translation>I = Σ η ∇C·∇Cⁿ</translation>
    </message>
    <message>
        <source>Products of plain gradients of C, of one example each: momentum or Adam, penalties, dropout and the others of a batch are not in them.</source>
        <translation>这是单个样本的 C 的普通梯度之积：其中没有动量或 Adam、惩罚项、随机失活，也没有同批次的其他样本。</translation>
    </message>
    <message>
        <source>Pulled towards its target</source>
        <translation>拉向其目标</translation>
    </message>
    <message>
        <source>Pulled away from its target</source>
        <translation>拉离其目标</translation>
    </message>
    <message>
        <source>Pulled towards {target}</source>
        <translation>拉向 {target}</translation>
    </message>
    <message>
        <source>Pulled away from {target}</source>
        <translation>拉离 {target}</translation>
    </message>
    <message>
        <source>{count} of {examples}</source>
        <translation>{examples} 个中有 {count} 个</translation>
    </message>
    <message>
        <source>together {total}</source>
        <translation>合计 {total}</translation>
    </message>
    <message>
        <source>{count} together {total}</source>
        <translation>{count} 个合计 {total}</translation>
    </message>
    <message>
        <source>the strongest {shown}</source>
        <translation>最强的 {shown} 个</translation>
    </message>
    <message>
        <source>{rest} of {examples} pulled neither way (0, or no finite number)</source>
        <translation>{examples} 个中有 {rest} 个没有影响（为 0，或不是有限的数）</translation>
    </message>
    <message>
        <source>trained with all</source>
        <translation>用全部样本训练</translation>
    </message>
    <message>
        <source>without this one</source>
        <translation>去掉这 1 个</translation>
    </message>
    <message>
        <source>without 1 other at random</source>
        <translation>随机去掉另外 1 个</translation>
    </message>
    <message>
        <source>without these {count}</source>
        <translation>去掉这 {count} 个</translation>
    </message>
    <message>
        <source>without {count} others at random</source>
        <translation>随机去掉另外 {count} 个</translation>
    </message>
    <message>
        <source>{done} of {all} networks trained, {updates} updates each</source>
        <translation>已训练 {done} / {all} 个网络，各 {updates} 次更新</translation>
    </message>
    <message>
        <source>{done} of {all} networks trained, 1 update each</source>
        <translation>已训练 {done} / {all} 个网络，各 1 次更新</translation>
    </message>
    <message>
        <source>No effect can be told: with and without them, C overlaps.</source>
        <translation>看不出效果：有它们和没有它们时，C 的范围重叠。</translation>
    </message>
    <message>
        <source>Without them C is larger, each time: an effect, as estimated.</source>
        <translation>没有它们时 C 每次都更大：有效果，与估计一致。</translation>
    </message>
    <message>
        <source>Without them C is smaller, each time: an effect, but against the estimate.</source>
        <translation>没有它们时 C 每次都更小：有效果，但与估计相反。</translation>
    </message>
    <message>
        <source>Yet as many at random do the same.</source>
        <translation>但随机去掉同样多的样本也会这样。</translation>
    </message>
    <message>
        <source>No effect can be told: with and without it, C overlaps.</source>
        <translation>看不出效果：有它和没有它时，C 的范围重叠。</translation>
    </message>
    <message>
        <source>Without it C is larger, each time: an effect, as estimated.</source>
        <translation>没有它时 C 每次都更大：有效果，与估计一致。</translation>
    </message>
    <message>
        <source>Without it C is smaller, each time: an effect, but against the estimate.</source>
        <translation>没有它时 C 每次都更小：有效果，但与估计相反。</translation>
    </message>
    <message>
        <source>Yet one at random does the same.</source>
        <translation>但随机去掉一个样本也会这样。</translation>
    </message>
    <message>
        <source>Rule: an effect is told where the {seeds} values of C with them and the {seeds} without do not overlap. Where there is none, chance does that in 2 of {orders} cases.</source>
        <translation>规则：有它们时的 {seeds} 个 C 与没有它们时的 {seeds} 个 C 不重叠，才说有效果。若没有效果，{orders} 种排列中也有 2 种会偶然如此。</translation>
    </message>
    <message>
        <source>Rule: an effect is told where the {seeds} values of C with it and the {seeds} without do not overlap. Where there is none, chance does that in 2 of {orders} cases.</source>
        <translation>规则：有它时的 {seeds} 个 C 与没有它时的 {seeds} 个 C 不重叠，才说有效果。若没有效果，{orders} 种排列中也有 2 种会偶然如此。</translation>
    </message>
    <message>
        <source>Each network is trained for {updates} updates; this one was for {update}.</source>
        <translation>每个网络训练 {updates} 次更新；现在这个训练了 {update} 次。</translation>
    </message>
    <message>
        <source>Each network is trained for 1 update; this one was for {update}.</source>
        <translation>每个网络训练 1 次更新；现在这个训练了 {update} 次。</translation>
    </message>
    <message>
        <source>Each network has a seed of its own, for weights that are drawn, order and dropout; the settings are those of the measuring.</source>
        <translation>每个网络有自己的种子，用于抽取的权重、顺序和随机失活；其余设置与测量时相同。</translation>
    </message>
    <message>
        <source>There is nothing to pull towards: it says no class alone, and no target is known.</source>
        <translation>没有可以拉向的目标：网络没有单独判为一类，也不知道正确答案。</translation>
    </message>
    <message>
        <source>With these initial weights, and all examples as one batch, every training is the same whatever its seed: how much C changes by chance can’t be told.</source>
        <translation>初始权重如此，又以全部样本为一个批次，因此无论种子是什么，每次训练都相同：无法知道 C 会偶然变化多少。</translation>
    </message>
    <message>
        <source>Nothing was trained yet, so there is nothing to train again.</source>
        <translation>还没有训练过，所以没有可以重新训练的。</translation>
    </message>
    <message>
        <source>So many can’t be left out.</source>
        <translation>不能去掉这么多。</translation>
    </message>
    <message>
        <source>What was measured is not there any more: measure again.</source>
        <translation>测量的结果已经不在了：请重新测量。</translation>
    </message>
    <message>
        <source>It could not be measured.</source>
        <translation>无法测量。</translation>
    </message>
    <message>
        <source>Measured at update {update}: the network on screen is another one, and so is the example.</source>
        <translation>测量于第 {update} 次更新：现在显示的是另一个网络和另一个样本。</translation>
    </message>
    <message>
        <source>Measured at update {update}: the network on screen is another one.</source>
        <translation>测量于第 {update} 次更新：现在显示的是另一个网络。</translation>
    </message>
    <message>
        <source>Measured at update {update}: another example is shown now.</source>
        <translation>测量于第 {update} 次更新：现在显示的是另一个样本。</translation>
    </message>
</context>
<context>
    <name>InfluencePresenter</name>
    <message>
        <source>Taught</source>
        <translation>谁教的</translation>
    </message>
    <message>
        <source>There is no training, so nothing can be measured.</source>
        <translation>没有训练，所以无法测量。</translation>
    </message>
    <message>
        <source>Every training example is being looked at…</source>
        <translation>正在查看每个训练样本…</translation>
    </message>
    <message>
        <source>Every training example is being looked at: {share}…</source>
        <translation>正在查看每个训练样本：{share}…</translation>
    </message>
    <message>
        <source>Who taught it this?</source>
        <translation>这是谁教的？</translation>
    </message>
    <message>
        <source>Stopped before all were trained: nothing is decided.</source>
        <translation>没有全部训练完就停止了：没有结论。</translation>
    </message>
</context>
<context>
    <name>InfluenceSide</name>
    <message>
        <source>The example that was measured</source>
        <translation>所测量的样本</translation>
    </message>
    <message>
        <source>Picture of the example that was measured</source>
        <translation>所测量样本的图</translation>
    </message>
    <message>
        <source>Towards</source>
        <translation>拉向</translation>
    </message>
    <message>
        <source>towards what it says</source>
        <translation>拉向网络所判的</translation>
    </message>
    <message>
        <source>The answer that was pulled towards: what the network says, or its label</source>
        <translation>拉向哪个答案：网络所判的，或样本的标签</translation>
    </message>
    <message>
        <source>towards its label</source>
        <translation>拉向其标签</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The networks whose gradients are multiplied: this one alone, or also as it was before</source>
        <translation>用哪些网络的梯度相乘：只用现在的，或也用以前的</translation>
    </message>
    <message>
        <source>with states of its run</source>
        <translation>用训练中途的各个状态</translation>
    </message>
    <message>
        <source>only as it is now</source>
        <translation>只用现在的</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure it for the example that is shown now, with the network as it is now</source>
        <translation>对现在显示的样本，用现在的网络测量</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Train again without those that pulled most towards it. How many:</source>
        <translation>去掉拉向它最强的样本重新训练。去掉多少个：</translation>
    </message>
    <message>
        <source>How many are left out</source>
        <translation>去掉的个数</translation>
    </message>
    <message>
        <source>So many of the strongest at the left are left out</source>
        <translation>左边最强的这么多个被去掉</translation>
    </message>
    <message>
        <source>Train new networks with 4 seeds: with all examples, without these, and without as many others drawn at random</source>
        <translation>用 4 个随机种子训练新的网络：用全部样本，去掉这些，以及随机去掉同样多的其他样本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Train no further</source>
        <translation>不再训练</translation>
    </message>
</context>
<context>
    <name>InkPreview</name>
    <message>
        <source>What the network reads</source>
        <translation>网络看到的输入</translation>
    </message>
    <message>
        <source>What the network reads: {columns} × {rows} pixels, 0 to 1; ink is 1, no ink 0</source>
        <translation>网络看到的输入：{columns} × {rows} 像素，0 到 1；有墨 1，无墨 0</translation>
    </message>
    <message>
        <source>What the network reads: {columns} × {rows} grey pixels, from 0 for black to 1 for white</source>
        <translation>网络看到的输入：{columns} × {rows} 个灰度像素，0 为黑，1 为白</translation>
    </message>
    <message>
        <source>The picture as the network reads it, each pixel from 0 to 1; ink is 1 and no ink 0, but of pictures kept grey white is 1 and black 0. A drawing is made like the training digits were: upright, of one size, with its centre of mass in the middle.</source>
        <translation>网络看到的输入图像，每个像素从 0 到 1：有墨为 1，无墨为 0；保留灰度的图片则白为 1，黑为 0。手写的数字会处理得与训练数字一样：直立、大小一致、重心居中。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Nothing chosen</source>
        <translation>没有选择</translation>
    </message>
    <message>
        <source>Point at a neuron.</source>
        <translation>把指针移到一个神经元上。</translation>
    </message>
    <message>
        <source>largest &lt;i&gt;a&lt;/i&gt;</source>
        <translation>最大的 &lt;i&gt;a&lt;/i&gt;</translation>
    </message>
    <message>
        <source>mean &lt;i&gt;a&lt;/i&gt;</source>
        <translation>&lt;i&gt;a&lt;/i&gt; 的平均</translation>
    </message>
    <message>
        <source>of</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>share this bias</source>
        <translation>共用此偏置的神经元</translation>
    </message>
    <message>
        <source>dropped out for this example</source>
        <translation>对该样本被随机失活关闭</translation>
    </message>
    <message>
        <source>f′(z) is nearly 0 for {share} of the test set (after update {update}): it hardly learns from examples like these</source>
        <translation>对测试集的 {share}，f′(z) 几乎为 0（第 {update} 次更新后）：从这样的样本中几乎学不到东西</translation>
    </message>
    <message>
        <source>{from_unit} to output {target}</source>
        <translation>{from_unit} 到输出 {target}</translation>
    </message>
    <message>
        <source>{from_unit} to {to_unit} of layer {layer}</source>
        <translation>{from_unit} 到第 {layer} 层的{to_unit}</translation>
    </message>
    <message>
        <source>Input {input} to output {target}</source>
        <translation>输入 {input} 到输出 {target}</translation>
    </message>
    <message>
        <source>Pixel {source} to output {target}</source>
        <translation>像素 {source} 到输出 {target}</translation>
    </message>
    <message>
        <source>Neuron {source} of layer {before} to output {target}</source>
        <translation>第 {before} 层的神经元 {source} 到输出 {target}</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>送出</translation>
    </message>
    <message>
        <source>its part</source>
        <translation>它的贡献</translation>
    </message>
    <message>
        <source>share this weight</source>
        <translation>共用此权重的连接</translation>
    </message>
    <message>
        <source>share it</source>
        <translation>共享它的连接</translation>
    </message>
    <message>
        <source>at the border</source>
        <translation>在边界处</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>{name} with {penalties}</source>
        <translation>{name}（含 {penalties}）</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化量</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新后</translation>
    </message>
    <message>
        <source>No right answer is known: no C, no gradient.</source>
        <translation>不知道正确答案：没有 C，没有梯度。</translation>
    </message>
    <message>
        <source>Input {input} to neuron {target} of layer {layer}</source>
        <translation>输入 {input} 到第 {layer} 层第 {target} 个神经元</translation>
    </message>
    <message>
        <source>Pixel {source} to neuron {target} of layer {layer}</source>
        <translation>像素 {source} 到第 {layer} 层的神经元 {target}</translation>
    </message>
    <message>
        <source>Neuron {source} of layer {before} to neuron {target} of layer {layer}</source>
        <translation>第 {before} 层的神经元 {source} 到第 {layer} 层的神经元 {target}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>carries</source>
        <translation>携带</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>hands back</source>
        <translation>反向传回</translation>
    </message>
    <message>
        <source>All patterns that the chosen filter can be shown, or the windows that excite it most</source>
        <translation>所选卷积核可能遇到的全部图样，或最能激发它的窗口</translation>
    </message>
    <message>
        <source>Everything this filter can say</source>
        <translation>这个卷积核能说的一切</translation>
    </message>
    <message>
        <source>All its answers</source>
        <translation>它的全部回答</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The numbers of the neuron or connection that is pointed at or pinned, for the shown example and the update that is named. A click pins a neuron or a connection, with Ctrl beside others; a second click lets it go.</source>
        <translation>鼠标所指或已固定的神经元或连接的数值，对应所显示的样本和所注明的更新。单击固定一个神经元或连接，按住 Ctrl 可同时固定多个；再次单击取消固定。</translation>
    </message>
    <message>
        <source>in training: without the dropped neurons</source>
        <translation>训练时：不含随机失活的神经元</translation>
    </message>
    <message>
        <source>By keyboard: {key}, then the arrow keys; Enter pins the neuron.</source>
        <translation>用键盘：先按 {key}，再按方向键；按 Enter 固定该神经元。</translation>
    </message>
</context>
<context>
    <name>IntendedLabelRow</name>
    <message>
        <source>Which one did you mean?</source>
        <translation>你画的是哪一个？</translation>
    </message>
    <message>
        <source>Say which one you meant, and there is a target ŷ: C of your drawing and its gradient are shown. Without it there is no C and no backward wave. The network is not trained on your drawing.</source>
        <translation>说出你画的是哪一个，就有了目标 ŷ：会显示你的手写的 C 和梯度。不说就没有 C，也没有反向传播的动画。网络不会用你的手写训练。</translation>
    </message>
    <message>
        <source>I meant a {digit}</source>
        <translation>我画的是 {digit}</translation>
    </message>
    <message>
        <source>I meant a {digit}; again: I do not say</source>
        <translation>我画的是 {digit}；再按一次：不说</translation>
    </message>
</context>
<context>
    <name>KeepingPresenter</name>
    <message>
        <source>Your work is not kept in case Backlight ends unexpectedly: there is no space left in {folder}. Make room there, or save the session elsewhere.</source>
        <translation>目前的内容没有留存，Backlight 若意外结束就会丢失：{folder} 中已没有空间。请在那里腾出空间，或将会话文件保存到别处。</translation>
    </message>
    <message>
        <source>Your work is not kept in case Backlight ends unexpectedly: nothing can be written in {folder} ({reason}). Save the session elsewhere.</source>
        <translation>目前的内容没有留存，Backlight 若意外结束就会丢失：无法写入 {folder}（{reason}）。请将会话文件保存到别处。</translation>
    </message>
    <message>
        <source>What was kept of an earlier run could not be removed from {folder} ({reason}): should Backlight end unexpectedly, it comes back.</source>
        <translation>无法从 {folder} 中移除先前一次训练留存的内容（{reason}）：Backlight 若意外结束，它会再次出现。</translation>
    </message>
</context>
<context>
    <name>KernelPage</name>
    <message>
        <source>each place</source>
        <translation>每个位置</translation>
    </message>
    <message>
        <source>each weight of the kernel</source>
        <translation>卷积核的每个权重</translation>
    </message>
</context>
<context>
    <name>KeyBindings</name>
    <message>
        <source>{key} is the key of “{command}”. Take it from there first, or choose another one.</source>
        <translation>{key} 是“{command}”的按键。请先取消那里的按键，或另选一个。</translation>
    </message>
    <message>
        <source>{key} moves the keyboard through the window, or answers a dialog. Choose another one.</source>
        <translation>{key} 用于在窗口中移动焦点或回答对话框。请另选一个。</translation>
    </message>
    <message>
        <source>{key} opens a menu. Choose another one.</source>
        <translation>{key} 用于打开菜单，请换一个键。</translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu or presses a button. Choose another one than {key}.</source>
        <translation>Alt 加字母用于打开菜单或按下按钮。请不要用 {key}，另选一个。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Connections drawn</source>
        <translation>画出的连接</translation>
    </message>
    <message>
        <source>Connections show</source>
        <translation>连接显示</translation>
    </message>
    <message>
        <source>No command is called “{words}”. Try fewer letters.</source>
        <translation>没有叫“{words}”的命令。请少输入几个字。</translation>
    </message>
    <message>
        <source>New &amp;key of “{command}”:</source>
        <translation>“{command}”的新按键(&amp;K)：</translation>
    </message>
    <message>
        <source>All commands have the keys that they had before.</source>
        <translation>所有命令都恢复为之前的按键。</translation>
    </message>
    <message>
        <source>All commands have their usual keys.</source>
        <translation>所有命令都恢复为默认按键。</translation>
    </message>
    <message>
        <source>Keys as before</source>
        <translation>恢复之前的按键</translation>
    </message>
    <message>
        <source>Give the commands the keys back that they had</source>
        <translation>把各命令之前的按键还给它们</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Name or key of a command</source>
        <translation>命令的名称或按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>All commands with their keys</source>
        <translation>所有命令和它们的按键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press the key that the chosen command shall have</source>
        <translation>按下要给所选命令的键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Take the chosen command&apos;s keys away</source>
        <translation>取消所选命令的按键</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Give the chosen command the keys it came with</source>
        <translation>恢复所选命令原来的按键</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Give every command the keys it came with</source>
        <translation>恢复所有命令原来的按键</translation>
    </message>
</context>
<context>
    <name>KnownNetworks</name>
    <message>
        <source>The default: two dense layers, of 32 and 16 neurons</source>
        <translation>默认网络：两个全连接层，32 个和 16 个神经元</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Default network</source>
        <translation>默认网络</translation>
    </message>
    <message>
        <source>CNN</source>
        <translation>CNN</translation>
    </message>
    <message>
        <source>A small convolutional network: 8 and 16 maps, each with a max pool behind it</source>
        <translation>小型卷积网络：8 张和 16 张特征图，每层之后接一个最大池化</translation>
    </message>
    <message>
        <source>Small convolutional network</source>
        <translation>小型卷积网络</translation>
    </message>
    <message>
        <source>LeNet</source>
        <translation>LeNet</translation>
    </message>
    <message>
        <source>LeNet 1989, the network of LeCun et al. (1989): 12 and 12 maps, then 30 neurons. Each map of the second layer reads 8 of the 12; which 8 the paper leaves open.</source>
        <translation>LeNet 1989，LeCun 等人（1989）的网络：12 张和 12 张特征图，再接 30 个神经元。第二层的每张特征图读取 12 张中的 8 张；论文没有说明是哪 8 张。</translation>
    </message>
    <message>
        <source>LeNet 1989</source>
        <translation>LeNet 1989</translation>
    </message>
</context>
<context>
    <name>LayerDetails</name>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Kernel, {place}</source>
        <translation>卷积核，{place}</translation>
    </message>
    <message>
        <source>The window&apos;s side, in cells</source>
        <translation>窗口的边长，以格计</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Stride, {place}</source>
        <translation>步幅，{place}</translation>
    </message>
    <message>
        <source>How many cells further the next window stands</source>
        <translation>下一个窗口移动多少格</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding, {place}</source>
        <translation>填充，{place}</translation>
    </message>
    <message>
        <source>How many cells beyond the picture&apos;s border count as 0</source>
        <translation>图像边界之外有多少格按 0 计</translation>
    </message>
    <message>
        <source>each map reads {count} of {all} maps</source>
        <translation>每张特征图读取 {all} 张中的 {count} 张</translation>
    </message>
    <message>
        <source>a bias for each cell</source>
        <translation>每格各有一个偏置</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>layers {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>Drag it to another place; Alt+Up and Alt+Down move it too.</source>
        <translation>可拖到别处；Alt+↑ 和 Alt+↓ 也能移动它。</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>Remove layers {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
    <message>
        <source>Remove these layers</source>
        <translation>删除这些层</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>删除这一层</translation>
    </message>
    <message>
        <source>Kernel, stride and padding</source>
        <translation>卷积核、步幅和填充</translation>
    </message>
    <message>
        <source>Window of {place}: {made}</source>
        <translation>{place}的窗口：{made}</translation>
    </message>
    <message>
        <source>Activation function of layers {number}</source>
        <translation>第 {number} 层的激活函数</translation>
    </message>
    <message>
        <source>Activation function of layer {number}</source>
        <translation>第 {number} 层的激活函数</translation>
    </message>
    <message>
        <source>What a neuron of this layer makes of its sum z</source>
        <translation>这一层的神经元把总和 z 变成什么</translation>
    </message>
    <message>
        <source>Block of layer {number}</source>
        <translation>第 {number} 层的块</translation>
    </message>
    <message>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>The block&apos;s side, in cells: a block of 2 × 2 becomes one cell</source>
        <translation>块的边长，以格计：2 × 2 的块变成一格</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}</source>
        <translation>1 到 {most} 的整数</translation>
    </message>
    <message>
        <source>Maps of layers {number}, and how many layers</source>
        <translation>第 {number} 层的特征图数，以及层数</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Maps of layer {number}</source>
        <translation>第 {number} 层的特征图数</translation>
    </message>
    <message>
        <source>Maps of this layer; “8 × 3” makes three layers of 8 maps</source>
        <translation>该层的特征图数；“8 × 3”表示三层，每层 8 张特征图</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}, or “8 × 3” for three layers of 8 maps</source>
        <translation>1 到 {most} 的整数，或“8 × 3”表示三层、每层 8 张特征图</translation>
    </message>
    <message>
        <source>Neurons of layers {number}, and how many layers</source>
        <translation>第 {number} 层每层的神经元个数，以及层数</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Neurons of layer {number}</source>
        <translation>第 {number} 层的神经元</translation>
    </message>
    <message>
        <source>Neurons of this hidden layer; “32 × 20” makes twenty layers of 32</source>
        <translation>这个隐藏层的神经元个数；“32 × 20”表示 20 层、每层 32 个</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}, or “32 × 20” for twenty layers of 32</source>
        <translation>1 到 {most} 的整数，或“32 × 20”表示二十层、每层 32 个</translation>
    </message>
</context>
<context>
    <name>LayerRows</name>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Max pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Mean pool</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Locally connected</source>
        <translation>局部连接</translation>
    </message>
    <message>
        <source>Every neuron reads all numbers of the layer before.</source>
        <translation>每个神经元读取前一层的全部数。</translation>
    </message>
    <message>
        <source>Every cell of a map reads one window, and all cells of a map share their weights.</source>
        <translation>特征图的每一格读取一个窗口，同一张特征图的所有格共享权值。</translation>
    </message>
    <message>
        <source>Every block of cells becomes one cell: its largest number.</source>
        <translation>每一块变成一格：取其中最大的数。</translation>
    </message>
    <message>
        <source>Every block of cells becomes one cell: its mean.</source>
        <translation>每一块变成一格：取其平均值。</translation>
    </message>
    <message>
        <source>Every cell of a map reads one window, with weights of its own.</source>
        <translation>特征图的每一格读取一个窗口，各有自己的权重。</translation>
    </message>
    <message>
        <source>Conv {side}×{side}</source>
        <translation>卷积 {side}×{side}</translation>
    </message>
    <message>
        <source>Local {side}×{side}</source>
        <translation>局部 {side}×{side}</translation>
    </message>
    <message>
        <source>1 map of {rows} × {columns}</source>
        <translation>1 张 {rows} × {columns} 特征图</translation>
    </message>
    <message>
        <source>{maps} maps of {rows} × {columns}</source>
        <translation>{maps} 张 {rows} × {columns} 特征图</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>{count} hidden layers are too many: give at most {most}.</source>
        <translation>{count} 个隐藏层太多：最多 {most} 个。</translation>
    </message>
    <message>
        <source>These layers have {count} parameters: give layers of at most {most} in all, with fewer neurons or maps.</source>
        <translation>这些层有 {count} 个参数：总共最多 {most} 个，请减少神经元或特征图。</translation>
    </message>
    <message>
        <source>Layer {layer} would have {count} cells: give at most {most}, with fewer maps or a larger stride.</source>
        <translation>第 {layer} 层会有 {count} 格：最多 {most} 格，请减少特征图或加大步幅。</translation>
    </message>
    <message>
        <source>The windows of layer {layer} would read {count} numbers: give at most {most}, with a smaller kernel, a larger stride or a pool before it.</source>
        <translation>第 {layer} 层的窗口会读取 {count} 个数：最多 {most} 个，请减小卷积核、加大步幅，或在它前面加一个池化层。</translation>
    </message>
    <message>
        <source>Layer {layer} reads a picture, and these data are none: choose digits or pictures (File, Training data), or take dense layers.</source>
        <translation>第 {layer} 层读取图像，而这些数据不是图像：请选择数字或图像（文件、训练数据），或使用全连接层。</translation>
    </message>
    <message>
        <source>Layer {layer} reads a picture, and the dense layer before it makes none: put it before all dense layers.</source>
        <translation>第 {layer} 层读取图像，而它前面的全连接层不产生图像：请把它放在所有全连接层之前。</translation>
    </message>
    <message>
        <source>The kernel of layer {layer} is {count} × {count}, and the picture it reads is {rows} × {columns}: give a kernel of at most {most}, or more padding.</source>
        <translation>第 {layer} 层的卷积核是 {count} × {count}，而它读取的图像是 {rows} × {columns}：卷积核最大为 {most}，或加大填充。</translation>
    </message>
    <message>
        <source>The block of layer {layer} is {count} × {count}, and the picture it reads is {rows} × {columns}: give a block of at most {most}, or fewer pools before it.</source>
        <translation>第 {layer} 层的块是 {count} × {count}，而它读取的图像是 {rows} × {columns}：块最大为 {most}，或减少它前面的池化层。</translation>
    </message>
    <message>
        <source>Layer {layer} reads {count} maps by their numbers, and the layer before it would have {most}: give that {count} maps.</source>
        <translation>第 {layer} 层按编号读取 {count} 张特征图，而它前一层只会有 {most} 张：请给前一层 {count} 张。</translation>
    </message>
    <message>
        <source>A padding of {count} is too much for the kernel of layer {layer}: give at most {most}, or a larger kernel.</source>
        <translation>填充 {count} 对第 {layer} 层的卷积核来说太大：最多 {most}，或加大卷积核。</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>局部</translation>
    </message>
</context>
<context>
    <name>LayerScene</name>
    <message>
        <source>The layer’s weights</source>
        <translation>该层的权重</translation>
    </message>
    <message>
        <source>The weights W of the layer as a picture, a row for each pixel and a column for each cell, and beside it the connections that end in one cell. Point at a cell of the map to see its own (Shift and the arrow keys move it); the up and down keys, or a click on a kernel, choose another map.</source>
        <translation>该层的权重 W 画成一幅图：每个像素一行，每格一列；旁边是通到某一格的连接。指向特征图的一格可看它的连接（Shift 加方向键移动）；上下键或点击一个卷积核可选择另一张特征图。</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>each cell</source>
        <translation>每个格子</translation>
    </message>
    <message>
        <source>each class</source>
        <translation>每个类别</translation>
    </message>
</context>
<context>
    <name>LedgerDivergence</name>
    <message>
        <source>Training diverged at update {update}, before any C was computed.</source>
        <translation>训练在第 {update} 次更新时发散，此前没有计算过任何 C。</translation>
    </message>
    <message>
        <source>Training diverged at update {update}: what is measured here is of update {known}, before</source>
        <translation>训练在第 {update} 次更新时发散：这里测得的均为此前第 {known} 次更新后的</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Whose terms: those of the training set add up to L</source>
        <translation>谁的各项：训练集的各项之和就是 L</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Where each dot stands</source>
        <translation>每个点的位置</translation>
    </message>
    <message>
        <source>by C</source>
        <translation>按 C</translation>
    </message>
    <message>
        <source>by confidence</source>
        <translation>按置信度</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>by times forgotten</source>
        <translation>按遗忘次数</translation>
    </message>
    <message>
        <source>Forgotten: right in one epoch&apos;s batch, wrong in the next one&apos;s (training set)</source>
        <translation>遗忘：在一个轮次的批次中答对，在下一个轮次的批次中答错（训练集）</translation>
    </message>
    <message>
        <source>Each C when its example was last in a batch, in place of all C at one update: only those add up to L</source>
        <translation>每个样本最近一次出现在批次中时的 C，而不是同一次更新时的全部 C：只有后者相加等于 L</translation>
    </message>
    <message>
        <source>As last &amp;seen</source>
        <translation>最近所见(&amp;S)</translation>
    </message>
    <message>
        <source>As last seen</source>
        <translation>最近所见</translation>
    </message>
    <message>
        <source>While dots are small: the pictures around the one pointed at, or that the keys have chosen</source>
        <translation>圆点很小时：显示所指或用键选中的样本周围的图像</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>What the shade of a dot says</source>
        <translation>点的明暗表示什么</translation>
    </message>
    <message>
        <source>wrong then</source>
        <translation>当时答错</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>答错</translation>
    </message>
    <message>
        <source>times wrong</source>
        <translation>答错次数</translation>
    </message>
    <message>
        <source>How often the answer was wrong in a batch (training set)</source>
        <translation>在批次中答错了多少次（训练集）</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>standardised: mean 0, standard deviation 1</source>
        <translation>已标准化：均值为 0，标准差为 1</translation>
    </message>
</context>
<context>
    <name>LedgerPresenter</name>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的测试集</translation>
    </message>
    <message>
        <source>What L is made of</source>
        <translation>L 由什么组成</translation>
    </message>
    <message>
        <source>There is no training, so no C can be computed.</source>
        <translation>没有训练，所以无法计算任何 C。</translation>
    </message>
    <message>
        <source>Every C is being computed…</source>
        <translation>正在计算每个 C……</translation>
    </message>
    <message>
        <source>This set has no examples.</source>
        <translation>这个数据集没有样本。</translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message>
        <source>Σ Cⁿ of the test set = {total}: all {count} terms</source>
        <translation>测试集的 Σ Cⁿ = {total}：全部 {count} 项</translation>
    </message>
    <message>
        <source>Σ Cⁿ of the test set = {total}: 1 term</source>
        <translation>测试集的 Σ Cⁿ = {total}：1 项</translation>
    </message>
    <message>
        <source>Own test set: Σ Cⁿ = {total} over 1 example</source>
        <translation>自己的测试集：1 个样本的 Σ Cⁿ = {total}</translation>
    </message>
    <message>
        <source>Own test set: Σ Cⁿ = {total} over {count} examples</source>
        <translation>自己的测试集：{count} 个样本的 Σ Cⁿ = {total}</translation>
    </message>
    <message>
        <source>L = Σ Cⁿ = {total}: all {count} terms</source>
        <translation>L = Σ Cⁿ = {total}：全部 {count} 项</translation>
    </message>
    <message>
        <source>L = Σ Cⁿ = {total}: 1 term</source>
        <translation>L = Σ Cⁿ = {total}：1 项</translation>
    </message>
    <message>
        <source>Point at one, or choose one with the arrow keys, to see it here.</source>
        <translation>指向一个样本，或用方向键选择一个，就会显示在这里。</translation>
    </message>
    <message>
        <source>filled corner: wrong before θ was edited, {wrong} of {count}</source>
        <translation>有实心角：θ 被手动修改之前答错，{count} 个中有 {wrong} 个</translation>
    </message>
    <message>
        <source>full shade: wrong before θ was edited, {wrong} of {count}</source>
        <translation>最醒目的点：θ 被手动修改之前答错，{count} 个中有 {wrong} 个</translation>
    </message>
    <message>
        <source>filled corner: wrong at update {update}, {wrong} of {count}</source>
        <translation>有实心角：第 {update} 次更新时答错，{count} 个中有 {wrong} 个</translation>
    </message>
    <message>
        <source>full shade: wrong at update {update}, {wrong} of {count}</source>
        <translation>最醒目的点：第 {update} 次更新时答错，{count} 个中有 {wrong} 个</translation>
    </message>
    <message>
        <source>in the order of the set, column by column</source>
        <translation>按数据集中的顺序，一列接一列</translation>
    </message>
    <message>
        <source>C rises to the right</source>
        <translation>C 向右增大</translation>
    </message>
    <message>
        <source>the largest y rises to the right, one band for each class</source>
        <translation>最大的 y 向右递增，每一类占一条</translation>
    </message>
    <message>
        <source>class by class; in each C rises to the right</source>
        <translation>一类接一类；每类中 C 向右增大</translation>
    </message>
    <message>
        <source>C rises to the right, one band for each class</source>
        <translation>C 向右增大，每个类别一条带</translation>
    </message>
    <message>
        <source>test example {index}</source>
        <translation>第 {index} 个测试样本</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>第 {index} 个训练样本</translation>
    </message>
    <message>
        <source>own {number}, a {label}</source>
        <translation>自己的样本 {number}，是 {label}</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>第 {index} 个训练样本：标签 {label}（已打乱）</translation>
    </message>
    <message>
        <source>training example {index}, label {label} (shuffled)</source>
        <translation>第 {index} 个训练样本：标签 {label}（已打乱）</translation>
    </message>
    <message>
        <source>test example {index}: {label}</source>
        <translation>第 {index} 个测试样本：{label}</translation>
    </message>
    <message>
        <source>training example {index}: {label}</source>
        <translation>第 {index} 个训练样本：{label}</translation>
    </message>
    <message>
        <source>test digit {index}, a {label}</source>
        <translation>第 {index} 个测试样本：数字 {label}</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 个训练样本：数字 {label}</translation>
    </message>
    <message>
        <source>says none alone: several are largest</source>
        <translation>没有单独判为哪一类：有几个同为最大</translation>
    </message>
    <message>
        <source>says {label}, as its label is</source>
        <translation>判为 {label}，与标签相同</translation>
    </message>
    <message>
        <source>says {label}: right</source>
        <translation>判为 {label}：正确</translation>
    </message>
    <message>
        <source>says {answer}, its label is {label}</source>
        <translation>判为 {answer}，标签为 {label}</translation>
    </message>
    <message>
        <source>says {answer}, is {label}</source>
        <translation>判为 {answer}，应为 {label}</translation>
    </message>
    <message>
        <source>C = −ln y = {loss},  {y}</source>
        <translation>C = −ln y = {loss}，{y}</translation>
    </message>
    <message>
        <source>number {rank} of {count} by C, the largest first</source>
        <translation>按 C 从大到小，第 {rank} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>the worst {count}: {share} of the sum</source>
        <translation>最差的 {count} 个：占总和的 {share}</translation>
    </message>
    <message>
        <source>the next {count}: {share}</source>
        <translation>其次 {count} 个：{share}</translation>
    </message>
    <message>
        <source>the other {count}: {share}</source>
        <translation>其余 {count} 个：{share}</translation>
    </message>
    <message>
        <source>the worst 1 %: {share} of the sum</source>
        <translation>最差的 1%：占总和的 {share}</translation>
    </message>
    <message>
        <source>the next 9 %: {share}</source>
        <translation>其次的 9%：{share}</translation>
    </message>
    <message>
        <source>the other 90 %: {share}</source>
        <translation>其余 90%：{share}</translation>
    </message>
    <message>
        <source>all {count} examples by C as last seen, each the same width</source>
        <translation>全部 {count} 个样本按最近所见的 C 排列，每个宽度相同</translation>
    </message>
    <message>
        <source>all {count} examples by C, each the same width</source>
        <translation>全部 {count} 个样本按 C 排列，每个宽度相同</translation>
    </message>
    <message>
        <source>only in this bar is width Σ Cⁿ</source>
        <translation>只有在这个条中宽度表示 Σ Cⁿ</translation>
    </message>
    <message>
        <source>only in this bar is width L</source>
        <translation>只有在这个条中宽度表示 L</translation>
    </message>
</context>
<context>
    <name>LeftWorkPresenter</name>
    <message>
        <source>No unsaved work was left by another window.</source>
        <translation>没有其他窗口留下未保存的内容。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Opened as it stood. Of its states only the first and the last one are kept, so earlier updates are made again from the first one: that may take a while.</source>
        <translation>已按当时的样子打开。它的状态只保存着最初和最后的，更早的更新要从第一次起重新算，可能需要一些时间。</translation>
    </message>
    <message>
        <source>Work that was not saved, of {date}: update {update}.</source>
        <translation>有未保存的内容，{date}：第 {update} 次更新。</translation>
    </message>
    <message>
        <source>Work that was not saved, of {date}: update {update}, L = {total}.</source>
        <translation>有未保存的内容，{date}：第 {update} 次更新，L = {total}。</translation>
    </message>
    <message>
        <source>Work that was not saved, of {date}: update {update}, L = {total} at {exact}.</source>
        <translation>有未保存的内容，{date}：第 {update} 次更新，第 {exact} 次时 L = {total}。</translation>
    </message>
    <message>
        <source>In it are {runs} runs with {updates} updates; the longest has {largest}.</source>
        <translation>其中共有 {runs} 次训练、{updates} 次更新；最长的一次有 {largest} 次更新。</translation>
    </message>
    <message>
        <source>Its file {name} had update {update} when that window last saved or opened it.</source>
        <translation>那个窗口最近一次保存或打开它的文件 {name} 时，文件停在第 {update} 次更新。</translation>
    </message>
    <message>
        <source>Its file {name} had update {update}, L = {total}, when that window last saved or opened it.</source>
        <translation>那个窗口最近一次保存或打开它的文件 {name} 时，文件停在第 {update} 次更新，L = {total}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Update {update} will not be offered again.</source>
        <translation>第 {update} 次更新的内容不会再出现。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>{what} of each input, full colour at {scale}</source>
        <translation>各输入的 {what}，颜色最浓处为 {scale}</translation>
    </message>
    <message>
        <source>picture in a neuron</source>
        <translation>神经元中的图像</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>the class of the largest y, full colour at y = 1, none at y = {least}</source>
        <translation>y 最大的类别；y = 1 时颜色最浓，y = {least} 时无色</translation>
    </message>
    <message>
        <source>map</source>
        <translation>输入空间图</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>x from 0 (nearly empty) to 1 (full)</source>
        <translation>x 从 0（近乎空白）到 1（最满）</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>of a highlighted neuron {thin} px near 0 to {wide} px at full colour; the others faded to {part}</source>
        <translation>突出显示的神经元：接近 0 时粗 {thin} px，颜色最浓时粗 {wide} px；其余淡化到 {part}</translation>
    </message>
    <message>
        <source>translucent where many lie over each other</source>
        <translation>重叠密集处画成半透明</translation>
    </message>
    <message>
        <source>a from 0 (empty) to {numbers} (full), by layer</source>
        <translation>a 从 0（空白）到 {numbers}（最满），逐层列出</translation>
    </message>
    <message>
        <source>below 0 orange</source>
        <translation>负值为橙色</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>upper part of a cell</source>
        <translation>格子上部</translation>
    </message>
    <message>
        <source>!: {count} NaN or infinite</source>
        <translation>!：{count} 个为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>δ, {thin} px near 0 to {wide} px at |δ| = {numbers}, by layer, as √|δ|; under {part} of that it fades</source>
        <translation>δ，接近 0 时宽 {thin} px，|δ| = {numbers} 时宽 {wide} px（逐层列出），按 √|δ| 变化；低于其 {part} 时变淡</translation>
    </message>
    <message>
        <source>lower part of a cell</source>
        <translation>格子下部</translation>
    </message>
    <message>
        <source>δ, full colour at |δ| = {numbers}, by layer, as √|δ|</source>
        <translation>δ，|δ| = {numbers} 时颜色最浓（逐层列出），按 √|δ| 变化</translation>
    </message>
    <message>
        <source>× dead, = saturated for nearly all of the test set</source>
        <translation>× 表示失效，= 表示饱和（对几乎整个测试集而言）</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>记号</translation>
    </message>
    <message>
        <source>kept silent by dropout for this example</source>
        <translation>对该样本被随机失活关闭</translation>
    </message>
    <message>
        <source>stroke</source>
        <translation>斜线</translation>
    </message>
    <message>
        <source>a that goes past a layer, full colour at |a| = {numbers}, by layer</source>
        <translation>绕过一层的 a，|a| = {numbers} 时颜色最浓，逐层列出</translation>
    </message>
    <message>
        <source>∂C/∂a that comes back past a layer, full colour at {numbers}, by layer</source>
        <translation>绕过一层传回的 ∂C/∂a，{numbers} 时颜色最浓，逐层列出</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total}, the strongest</source>
        <translation>画出 {total} 条中最强的 {drawn} 条</translation>
    </message>
    <message>
        <source>arc</source>
        <translation>弧线</translation>
    </message>
    <message>
        <source>scales locked</source>
        <translation>色标已锁定</translation>
    </message>
    <message>
        <source>ribbon</source>
        <translation>带</translation>
    </message>
    <message>
        <source>disc</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>dart</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Legend: {names}</source>
        <translation>图例：{names}</translation>
    </message>
    <message>
        <source>the batch’s mean δ, {thin} px near 0 to {wide} px at |δ| = {numbers}, by layer, as √|δ|; under {part} of that it fades</source>
        <translation>批次的平均 δ，接近 0 时宽 {thin} px，|δ| = {numbers} 时宽 {wide} px（逐层列出），按 √|δ| 变化；低于其 {part} 时变淡</translation>
    </message>
    <message>
        <source>the batch’s mean δ, full colour at |δ| = {numbers}, by layer, as √|δ|</source>
        <translation>批次的平均 δ，|δ| = {numbers} 时颜色最浓（逐层列出），按 √|δ| 变化</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>all connections from one map to another, or to a neuron: {px} px wide for Σ|{what}| = {widest}, coloured by Σ {what}, full at {full}, by layer; wide and faint: much arrives and cancels</source>
        <translation>从一张特征图到另一张或到一个神经元的所有连接：Σ|{what}| = {widest} 时宽 {px} px，按 Σ {what} 着色，颜色最浓处为 {full}，按层；宽而色淡：到达的很多，但互相抵消</translation>
    </message>
    <message>
        <source>of each connection a·δ, what it alone adds to the ∂C/∂w of its shared weight</source>
        <translation>每条连接为 a·δ，即它单独对共享权重的 ∂C/∂w 的贡献</translation>
    </message>
    <message>
        <source>the batch’s mean</source>
        <translation>批的平均</translation>
    </message>
    <message>
        <source>{count} thinner ones left out</source>
        <translation>省去较细的 {count} 条</translation>
    </message>
    <message>
        <source>{what} of each place of the window, full colour at {full}, by layer</source>
        <translation>窗口每个位置的 {what}，颜色最浓处为 {full}，按层</translation>
    </message>
    <message>
        <source>of the signal’s update</source>
        <translation>属于信号所在的那次更新</translation>
    </message>
    <message>
        <source>the batch’s mean, with {penalties}, before clipping</source>
        <translation>批次的平均，含 {penalties}，裁剪前</translation>
    </message>
    <message>
        <source>the batch’s mean, before clipping</source>
        <translation>批次的平均，裁剪前</translation>
    </message>
    <message>
        <source>the batch’s mean, with {penalties}</source>
        <translation>批次的平均，含 {penalties}</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>hollow cell</source>
        <translation>空心格</translation>
    </message>
    <message>
        <source>cell, δ</source>
        <translation>格，δ</translation>
    </message>
    <message>
        <source>the window that is visited, and the cells that it makes; windows that see only 0 give f(b), all at once</source>
        <translation>正在看的窗口，以及由它算出的格；只看到 0 的窗口一起给出 f(b)</translation>
    </message>
    <message>
        <source>not the largest of its block: the pool does not pass it on, and hands no δ back to it</source>
        <translation>不是块中最大的：池化不把它传下去，也不把 δ 传回给它</translation>
    </message>
    <message>
        <source>δ of a map’s cell, full colour at |δ| = {numbers}, by layer, as √|δ|</source>
        <translation>特征图一格的 δ，|δ| = {numbers} 时颜色最浓，按层，按 √|δ|</translation>
    </message>
    <message>
        <source>× on a map: all of its cells dead, = all saturated for nearly all of the test set</source>
        <translation>特征图上的 ×：所有格都失效，=：所有格对几乎全部测试集都饱和</translation>
    </message>
    <message>
        <source>{count} of {cells} cells of maps are dead</source>
        <translation>特征图的 {cells} 格中有 {count} 格失效</translation>
    </message>
    <message>
        <source>{count} of {cells} cells of maps are saturated</source>
        <translation>特征图的 {cells} 格中有 {count} 格饱和</translation>
    </message>
    <message>
        <source>of maps {count} arcs, each the sum over a map’s cells, {px} px wide for Σ|·| = {widest}, by layer</source>
        <translation>特征图的弧线 {count} 条，每条为一张特征图各格之和，Σ|·| = {widest} 时宽 {px} px，按层</translation>
    </message>
    <message>
        <source>{what} by its area: the largest for {most} or more, the smallest for {least} or less</source>
        <translation>面积表示 {what}：达到或超过 {most} 时最大，不超过 {least} 时最小</translation>
    </message>
    <message>
        <source>{drawn} of {total} travel, the largest</source>
        <translation>只画 {total} 个中最大的 {drawn} 个</translation>
    </message>
    <message>
        <source>y from 0 to 1</source>
        <translation>y 从 0 到 1</translation>
    </message>
    <message>
        <source>y from −{scale} to {scale}</source>
        <translation>y 从 −{scale} 到 {scale}</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>条形</translation>
    </message>
    <message>
        <source>full colours and widths stay as they were</source>
        <translation>最浓的颜色和圆环的宽度所代表的数保持不变</translation>
    </message>
    <message>
        <source>full colours and widths stay as they were, but for the widths of ribbons</source>
        <translation>最浓的颜色和圆环的宽度所代表的数保持不变，条带的宽度除外</translation>
    </message>
    <message>
        <source>the batch’s mean δ</source>
        <translation>批次的平均 δ</translation>
    </message>
    <message>
        <source>at update {update}</source>
        <translation>第 {update} 次更新时</translation>
    </message>
    <message>
        <source>at updates {update}</source>
        <translation>第 {update} 次更新时</translation>
    </message>
    <message>
        <source>curve: y for every x; what its axes reach stands beside it</source>
        <translation>曲线：每个 x 对应的 y；坐标轴的范围写在旁边</translation>
    </message>
    <message>
        <source>points: {count} of {total} training examples</source>
        <translation>点：{total} 个训练样本中的 {count} 个</translation>
    </message>
    <message>
        <source>|x| from 0 to {numbers} (full); negative in orange</source>
        <translation>|x| 从 0 到 {numbers}（最满）；负值为橙色</translation>
    </message>
    <message>
        <source>{count} a neuron at most, for there is no room for more</source>
        <translation>每个神经元最多画 {count} 条，再多就画不下了</translation>
    </message>
    <message>
        <source>dashed where it is NaN or infinite</source>
        <translation>虚线表示 NaN 或无穷大</translation>
    </message>
    <message>
        <source>+: {count} beyond the full colour</source>
        <translation>+：{count} 个超出最浓的颜色</translation>
    </message>
    <message>
        <source>drawn where |a·w| is largest, and not where it is 0</source>
        <translation>画出 |a·w| 最大的，为 0 的不画</translation>
    </message>
    <message>
        <source>{gap} translucent, {part} opaque, for many lie there</source>
        <translation>{gap}：连接密集，画成半透明（不透明度 {part}）</translation>
    </message>
</context>
<context>
    <name>LegendButton</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>What colour, width and size stand for, with the numbers that are in force now, for every kind of mark that is on screen.</source>
        <translation>图中每一种标记的颜色、宽度和大小各表示什么，并给出当前的数值。</translation>
    </message>
</context>
<context>
    <name>LifeView</name>
    <message>
        <source>Right or wrong at each presentation</source>
        <translation>每次出现时是对还是错</translation>
    </message>
    <message>
        <source>One mark for each time that the training had this example in a batch: a full bar where the network&apos;s answer was right then, a cross where it was wrong, a dot where it was in no batch of that epoch.</source>
        <translation>训练每次把这个样本放进批次，就有一个标记：网络当时答对为实心条，答错为叉，该轮次中不在任何批次里则为点。</translation>
    </message>
</context>
<context>
    <name>LifeWords</name>
    <message>
        <source>no presentation is recorded yet: train to record them</source>
        <translation>还没有记录任何一次出现：训练后才会记录</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, 1 epoch, whole or in part; answers with dropout in force</source>
        <translation>记录自更新 {first} 至 {last}，1 个轮次（含未完成的）；答案是随机失活生效时的</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, {epochs} epochs, whole or in part; answers with dropout in force</source>
        <translation>记录自更新 {first} 至 {last}，{epochs} 个轮次（含未完成的）；答案是随机失活生效时的</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, 1 epoch, whole or in part</source>
        <translation>记录自更新 {first} 至 {last}，1 个轮次（含未完成的）</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, {epochs} epochs, whole or in part</source>
        <translation>记录自更新 {first} 至 {last}，{epochs} 个轮次（含未完成的）</translation>
    </message>
    <message>
        <source>times forgotten rise to the right, who was never right at the end; among equals C</source>
        <translation>遗忘次数向右递增，从未答对的在最右端；次数相同时按 C</translation>
    </message>
    <message>
        <source>order and shade: updates {first} to {last}, not {update}</source>
        <translation>顺序和深浅：更新 {first} 至 {last}，而不是 {update}</translation>
    </message>
    <message>
        <source>order: updates {first} to {last}, not {update}</source>
        <translation>顺序：更新 {first} 至 {last}，而不是 {update}</translation>
    </message>
    <message>
        <source>shade: updates {first} to {last}, not {update}</source>
        <translation>深浅：更新 {first} 至 {last}，而不是 {update}</translation>
    </message>
    <message>
        <source>order and shade: updates {first} to {last}</source>
        <translation>顺序和深浅：更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>order: updates {first} to {last}</source>
        <translation>顺序：更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>shade: updates {first} to {last}</source>
        <translation>深浅：更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>shade: wrong 0, 1, 2, 3–5, ≥ 6 times in a batch</source>
        <translation>深浅：在批次中判错 0、1、2、3–5、≥ 6 次</translation>
    </message>
    <message>
        <source>It was in no batch that is recorded.</source>
        <translation>它不在任何有记录的批次中。</translation>
    </message>
    <message>
        <source>never right in {count} presentations</source>
        <translation>出现 {count} 次，从未答对</translation>
    </message>
    <message>
        <source>not right in its one presentation</source>
        <translation>出现 1 次，没有答对</translation>
    </message>
    <message>
        <source>first right in epoch {first}, wrong when it was last presented</source>
        <translation>第 {first} 轮次首次答对，最近一次出现时答错</translation>
    </message>
    <message>
        <source>right when it was last presented, and each time since epoch {first}</source>
        <translation>最近一次出现时答对，自第 {first} 轮次起每次都答对</translation>
    </message>
    <message>
        <source>first right in epoch {first}, right when it was last presented and each time since epoch {since}</source>
        <translation>第 {first} 轮次首次答对，最近一次出现时答对，自第 {since} 轮次起每次都答对</translation>
    </message>
    <message>
        <source>wrong in {wrong} of {count} presentations; times forgotten: {forgotten}</source>
        <translation>出现 {count} 次中答错 {wrong} 次；遗忘次数：{forgotten}</translation>
    </message>
    <message>
        <source>presented once; times forgotten: {forgotten}</source>
        <translation>出现 1 次；遗忘次数：{forgotten}</translation>
    </message>
    <message>
        <source>as last seen, in the batch of update {update}: C = {loss}</source>
        <translation>最近一次所见，在更新 {update} 的批次中：C = {loss}</translation>
    </message>
    <message>
        <source>epoch {last}: bar right, cross wrong</source>
        <translation>第 {last} 轮次：条为对，叉为错</translation>
    </message>
    <message>
        <source>epochs {first} to {last}, one in {spacing} is kept: bar right, cross wrong</source>
        <translation>第 {first} 至 {last} 轮次，每 {spacing} 个保留一个：条为对，叉为错</translation>
    </message>
    <message>
        <source>epochs {first} to {last}: bar right, cross wrong</source>
        <translation>第 {first} 至 {last} 轮次：条为对，叉为错</translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message>
        <source>L and accuracy</source>
        <translation>L 与准确率</translation>
    </message>
    <message>
        <source>accuracy {train}, test {test}</source>
        <translation>准确率 {train}，测试集 {test}</translation>
    </message>
</context>
<context>
    <name>LossOptions</name>
    <message>
        <source>beside the mean Cⁿ = {mean}</source>
        <translation>另计，平均 Cⁿ = {mean}</translation>
    </message>
    <message>
        <source>Cⁿ of one example</source>
        <translation>一个样本的 Cⁿ</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What a wrong answer costs; another loss begins a new curve of L</source>
        <translation>答错的代价；换一种损失会开始一条新的 L 曲线</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>softmax: −ln of the confidence in the right answer; sigmoid outputs add −ln(1 − y) of each of the others</source>
        <translation>softmax：对正确答案的置信度取 −ln；sigmoid 输出还要加上其余各个输出的 −ln(1 − y)</translation>
    </message>
    <message>
        <source>½ Σ (y − ŷ)²; with softmax or sigmoid outputs its gradient is small where the network is sure of a wrong answer</source>
        <translation>½ Σ (y − ŷ)²；在 softmax 或 sigmoid 上，答案错得很肯定时它的梯度会消失</translation>
    </message>
    <message>
        <source>λ₁ Σ|w| is added to the mean C: it pulls every weight towards 0 by λ₁, however large the weight is</source>
        <translation>平均 C 加上 λ₁ Σ|w|：无论权重大小，都以 λ₁ 把它拉向 0</translation>
    </message>
    <message>
        <source>½ λ₂ Σ w² is added to the mean C: it pulls every weight towards 0 by λ₂ w</source>
        <translation>平均 C 加上 ½ λ₂ Σ w²：以 λ₂ w 把每个权重拉向 0</translation>
    </message>
</context>
<context>
    <name>LossPage</name>
    <message>
        <source>Plot:</source>
        <translation>曲线图：</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>What is plotted over the updates (J and Shift+J, while a plot has the focus)</source>
        <translation>随更新次数画出什么（焦点在图上时按 J 或 Shift+J 切换）</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>2  Goodness of function</source>
        <translation>2  函数的好坏</translation>
    </message>
    <message>
        <source>How good a function is: the loss Cⁿ of each example, summed up to the total loss L over all training examples. Here y is the network&apos;s output and ŷ the target, as in the lecture; many textbooks have it the other way round. The number is exact, for the update that is named.</source>
        <translation>一个函数有多好：每个样本的损失 Cⁿ，对所有训练样本求和得到总损失 L。这里 y 是网络的输出，ŷ 是目标，与课程一致；许多教科书正好相反。这个数是精确的，属于所标出的那次更新。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation>平均 Cⁿ</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of goodness</source>
        <translation>好坏的更多设置</translation>
    </message>
    <message>
        <source>Which loss, and what large weights cost</source>
        <translation>哪种损失，以及大权重的代价</translation>
    </message>
    <message>
        <source>Smaller L is better.</source>
        <translation>L 越小越好。</translation>
    </message>
    <message>
        <source>{count} × {what}…</source>
        <translation>{count} × {what}…</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Choose the examples that L is the sum over</source>
        <translation>选择 L 对哪些样本求和</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>mean Cⁿ {mean}</source>
        <translation>平均 Cⁿ {mean}</translation>
    </message>
    <message>
        <source>at {update}</source>
        <translation>第 {update} 次</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>to {high}</source>
        <translation>至 {high}</translation>
    </message>
    <message>
        <source>exact L of update {update}: {total}</source>
        <translation>第 {update} 次更新的精确 L：{total}</translation>
    </message>
    <message>
        <source>mean Cⁿ: training {train}, test {test}</source>
        <translation>平均 Cⁿ：训练 {train}，测试 {test}</translation>
    </message>
    <message>
        <source>mean Cⁿ: training {train}</source>
        <translation>平均 Cⁿ：训练 {train}</translation>
    </message>
    <message>
        <source>its next batch: mean Cⁿ {mean}</source>
        <translation>其下一批次：平均 Cⁿ {mean}</translation>
    </message>
    <message>
        <source>{count} batches from update {first} on: mean {mean}, {low} to {high}</source>
        <translation>从第 {first} 次更新起的 {count} 个批次：均值 {mean}，{low} 至 {high}</translation>
    </message>
    <message>
        <source>{count} batches from update {first} on: mean {mean}, 80 % {tenth} to {ninetieth}, all {low} to {high}</source>
        <translation>从第 {first} 次更新起的 {count} 个批次：均值 {mean}，80% 在 {tenth} 至 {ninetieth}，全部在 {low} 至 {high}</translation>
    </message>
    <message>
        <source> (with dropout)</source>
        <translation>（含随机失活）</translation>
    </message>
    <message>
        <source>mean of the last {window} up to there: {mean}</source>
        <translation>到此为止最近 {window} 个批次的平均值：{mean}</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic: equal heights are equal factors (L, while the plot has the focus)</source>
        <translation>对数坐标：相同高度表示相同倍数（焦点在图上时按 L）</translation>
    </message>
    <message>
        <source>It is so by itself: L has fallen by more than {factor} times.</source>
        <translation>自动启用：L 已下降到不足原来的 1/{factor}。</translation>
    </message>
    <message>
        <source>It is so by itself: L of another run in this plot has fallen by more than {factor} times.</source>
        <translation>自动启用：图中另一次训练的 L 已下降到不足原来的 1/{factor}。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing: the mean of the last batches, drawn over them; it looks back only (S, while the plot has the focus)</source>
        <translation>平滑：最近若干批次的平均值，画在原曲线之上；只用过去的批次（焦点在图上时按 S）</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个过程</translation>
    </message>
    <message>
        <source>Show the whole run, and follow it (0, while the plot has the focus)</source>
        <translation>显示整个训练过程并跟随（焦点在图上时按 0）</translation>
    </message>
    <message>
        <source>always the mean: {mean}</source>
        <translation>总答平均值：{mean}</translation>
    </message>
    <message>
        <source>guessing: ln {classes}</source>
        <translation>随机猜测：ln {classes}</translation>
    </message>
    <message>
        <source>guessing: {mean}</source>
        <translation>随机猜测：{mean}</translation>
    </message>
    <message>
        <source>all batches</source>
        <translation>全部批次</translation>
    </message>
    <message>
        <source>80 % of batches</source>
        <translation>80% 的批次</translation>
    </message>
    <message>
        <source>batches, mean</source>
        <translation>批次均值</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>各批次</translation>
    </message>
    <message>
        <source>batches: mean, bands</source>
        <translation>批次：均值与范围</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>80 % of digits</source>
        <translation>80% 的数字</translation>
    </message>
    <message>
        <source>digits, mean</source>
        <translation>数字均值</translation>
    </message>
    <message>
        <source>single digits</source>
        <translation>单个数字</translation>
    </message>
    <message>
        <source>digits: mean, bands</source>
        <translation>数字：均值与范围</translation>
    </message>
    <message>
        <source>all examples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>80 % of examples</source>
        <translation>80% 的样本</translation>
    </message>
    <message>
        <source>examples, mean</source>
        <translation>样本均值</translation>
    </message>
    <message>
        <source>single examples</source>
        <translation>单个样本</translation>
    </message>
    <message>
        <source>examples: mean, bands</source>
        <translation>样本：均值与范围</translation>
    </message>
    <message>
        <source> (dropout)</source>
        <translation>（随机失活）</translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation>平均 Cⁿ</translation>
    </message>
    <message>
        <source>L (log)</source>
        <translation>L（对数）</translation>
    </message>
    <message>
        <source>mean of last {width}, {window} chosen</source>
        <translation>最近 {width} 个的平均（选了 {window} 个）</translation>
    </message>
    <message>
        <source>mean of last {window} batches</source>
        <translation>最近 {window} 个批次的平均</translation>
    </message>
    <message>
        <source>mean of last {window} examples</source>
        <translation>最近 {window} 个样本的平均</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>training L {total}</source>
        <translation>训练 L {total}</translation>
    </message>
    <message>
        <source>test {mean}</source>
        <translation>测试 {mean}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>{batches}, to {largest}</source>
        <translation>{batches}，至 {largest}</translation>
    </message>
    <message>
        <source>Total loss L over updates</source>
        <translation>总损失 L 随更新的变化</translation>
    </message>
    <message>
        <source>Space starts the training.</source>
        <translation>按空格键开始训练。</translation>
    </message>
    <message>
        <source>Value under the pointer</source>
        <translation>指针处的数值</translation>
    </message>
    <message>
        <source>{symbol} set back</source>
        <translation>{symbol} 改回原值</translation>
    </message>
    <message>
        <source>{symbol} set by hand</source>
        <translation>手动设置 {symbol}</translation>
    </message>
    <message>
        <source>Update {update}: {symbol} set back from {old} to {new}</source>
        <translation>第 {update} 次更新：{symbol} 由 {old} 改回 {new}</translation>
    </message>
    <message>
        <source>Update {update}: {symbol} set by hand from {old} to {new}</source>
        <translation>第 {update} 次更新：{symbol} 由 {old} 手动改为 {new}</translation>
    </message>
    <message>
        <source>Update {update}: {changes}</source>
        <translation>第 {update} 次更新：{changes}</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>早停耐心</translation>
    </message>
    <message>
        <source>schedule period</source>
        <translation>调度周期</translation>
    </message>
    <message>
        <source>schedule factor</source>
        <translation>调度倍数</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>What it costs to give one and the same answer to every example.</source>
        <translation>对每个样本都给出同一个答案时的损失。</translation>
    </message>
    <message>
        <source>What L1 and L2 add to the mean Cⁿ that is trained. It is read at the right axis.</source>
        <translation>L1 与 L2 给训练所用的平均 Cⁿ 增加的部分，按右轴读取。</translation>
    </message>
    <message>
        <source>Exact: the sum of Cⁿ over all {n} training examples after so many updates. No line leads from one dot to the next where the batches in between went another way.</source>
        <translation>精确值：在该次更新后，对全部 {n} 个训练样本的 Cⁿ 求和。若两点之间批次损失的走向与直线不符，两点之间不连线。</translation>
    </message>
    <message>
        <source>Exact: the mean Cⁿ of the test set. It is read at the right axis. No line leads from one ring to the next where the batches in between went another way.</source>
        <translation>精确值：测试集的平均 Cⁿ，按右轴读取。若两点之间批次损失的走向与直线不符，两个圆圈之间不连线。</translation>
    </message>
    <message>
        <source>From the least to the largest loss of {width} neighbouring updates&apos; batches. Where it reaches out of the plot its name says how far: the largest, as a mean Cⁿ.</source>
        <translation>相邻 {width} 次更新的批次损失，从最小到最大。超出图的范围时，名称里会写出最大值（平均 Cⁿ）。</translation>
    </message>
    <message>
        <source>From the 10th to the 90th percentile of the losses of {width} neighbouring updates&apos; batches.</source>
        <translation>相邻 {width} 次更新的批次损失，从第 10 到第 90 百分位数。</translation>
    </message>
    <message>
        <source>The mean loss of {width} neighbouring updates&apos; batches, times N.</source>
        <translation>相邻 {width} 次更新的批次损失的均值，乘以 N。</translation>
    </message>
    <message>
        <source>The mean loss of the last {window} updates&apos; batches up to each point, times N: it looks back only, and so it comes late. The line of the batches stays behind it.</source>
        <translation>到每一点为止最近 {window} 次更新的批次的平均损失，乘以 N：它只看过去，因此会滞后。批次的原曲线仍留在它后面。</translation>
    </message>
    <message>
        <source>Exact: the C of the only training example after so many updates. No line leads from one dot to the next where the batches in between went another way.</source>
        <translation>精确值：在该次更新后，唯一的训练样本的 C。若两点之间批次损失的走向与直线不符，两点之间不连线。</translation>
    </message>
    <message>
        <source>L of another run, from where it branched off: exact, one in 3 px; where too few are known, the batches&apos; mean.</source>
        <translation>另一次训练的 L，从分支点开始：精确值，每 3 像素一个；精确值太少时为各批次的平均。</translation>
    </message>
    <message>
        <source>The mean loss of each update&apos;s batch, times N.</source>
        <translation>每次更新的批次的平均损失，乘以 N。</translation>
    </message>
    <message>
        <source>{wanted} were chosen, but the plot has only one column for {width} updates here, and the mean is of whole columns. Zoom in for the mean of {wanted}.</source>
        <translation>选的是 {wanted} 个，但这里图中 {width} 次更新只占一列，而平均是按整列算的。放大即可看到 {wanted} 个的平均。</translation>
    </message>
    <message>
        <source>A batch stands at the update whose weights it was computed with.</source>
        <translation>批次画在计算它的权重所属的更新处。</translation>
    </message>
    <message>
        <source>Computed with some neurons dropped out, unlike the exact L.</source>
        <translation>计算时有部分神经元被随机失活，与精确的 L 不同。</translation>
    </message>
    <message>
        <source>Before update {update} it is known to 3 %.</source>
        <translation>第 {update} 次更新之前，精度为 3%。</translation>
    </message>
    <message>
        <source>{penalties}: {value}</source>
        <translation>{penalties}：{value}</translation>
    </message>
    <message>
        <source>L over the updates: a dot is exact, the sum of Cⁿ over all training examples; a ring is the mean Cⁿ of the test set, on the right axis; behind them are the losses of the batches. A vertical line marks where settings, a weight or a bias were changed. Point at a curve&apos;s name to read what it is; the wheel zooms, dragging moves, a double-click shows the whole run.</source>
        <translation>L 随更新次数的变化：实心点是精确值，即全部训练样本的 Cⁿ 之和；圆圈是测试集的平均 Cⁿ，按右轴读取；后面是各批次的损失。竖线标出更改了设置、权重或偏置的地方。指向曲线的名称可查看它是什么；滚轮缩放，拖动平移，双击显示整个训练过程。</translation>
    </message>
    <message>
        <source>{penalties}, not in L</source>
        <translation>{penalties}，不计入 L</translation>
    </message>
    <message>
        <source> (some with dropout)</source>
        <translation>（部分含随机失活）</translation>
    </message>
    <message>
        <source> (partly dropout)</source>
        <translation>（部分随机失活）</translation>
    </message>
    <message>
        <source>Only some of the batches were computed with neurons dropped out: dropout was changed in between.</source>
        <translation>只有一部分批次在计算时有神经元被随机失活：期间更改过随机失活的设置。</translation>
    </message>
    <message>
        <source>Some of the batches are of a single example: the batch size was changed in between.</source>
        <translation>其中一些批次只有一个样本：期间更改过批次大小。</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>总答平均值</translation>
    </message>
    <message>
        <source>{run}: L {total}</source>
        <translation>{run}：L {total}</translation>
    </message>
    <message>
        <source>{run}: exact L of update {update}: {total}</source>
        <translation>{run}：更新 {update} 处精确的 L：{total}</translation>
    </message>
    <message>
        <source>every exact L</source>
        <translation>每个精确的 L</translation>
    </message>
    <message>
        <source>the loss of each batch</source>
        <translation>每个批次的损失</translation>
    </message>
    <message>
        <source>No update of the run is in sight.</source>
        <translation>视野内没有这次训练的更新。</translation>
    </message>
    <message>
        <source>Updates {first} to {last} are in sight.</source>
        <translation>可见第 {first} 到第 {last} 次更新。</translation>
    </message>
    <message>
        <source>Of all updates only {first} is in sight.</source>
        <translation>只可见第 {first} 次更新。</translation>
    </message>
    <message>
        <source>The whole run is in sight, and followed.</source>
        <translation>整次训练都在图中，并继续跟随。</translation>
    </message>
</context>
<context>
    <name>LossReadout</name>
    <message>
        <source>accuracy: {share}</source>
        <translation>准确率：{share}</translation>
    </message>
    <message>
        <source>accuracy, test: {share}</source>
        <translation>测试集准确率：{share}</translation>
    </message>
    <message>
        <source>L and accuracy</source>
        <translation>L 与准确率</translation>
    </message>
    <message>
        <source>weights: update {update}</source>
        <translation>权重：第 {update} 次更新</translation>
    </message>
    <message>
        <source>signal: update {update}</source>
        <translation>信号：第 {update} 次更新</translation>
    </message>
</context>
<context>
    <name>LossSlicePlot</name>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>C along this weight</source>
        <translation>C 随这个权重的变化</translation>
    </message>
    <message>
        <source>C of the shown example while this weight alone is moved. The dot is where it is, the dashed line the slope ∂C/∂w; the thick line is −η·∂C/∂w, what plain gradient descent would do for this example alone, and the dotted one below it what the last update has really changed, by its whole batch</source>
        <translation>只移动这个权重时，所显示样本的 C。圆点是它现在的位置，虚线是斜率 ∂C/∂w；粗线是 −η·∂C/∂w，即普通梯度下降只为这个样本会做的改变，其下的点线是上次更新按整个批次真正作出的改变</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>mean y of the right answer</source>
        <translation>正确答案的 y：均值</translation>
    </message>
    <message>
        <source>spread of y (standard deviation)</source>
        <translation>y 的波动（标准差）</translation>
    </message>
    <message>
        <source>examples in a cell</source>
        <translation>每格的样本数</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Map of mean and spread of y</source>
        <translation>y 的均值与波动图</translation>
    </message>
    <message>
        <source>Every example of the training set by the y of its right answer at all exact measurements of the run: upwards the mean, to the right how far it went up and down (the standard deviation). The shade of a cell says how many examples are in it, on a logarithmic scale. Point at one to see it; a click, or the arrow keys, choose one; Enter shows it in the network. The bounds of the corners are the same for every run. After Swayamdipta et al., Dataset Cartography (2020). It finds no wrong labels: a hard example may only be hard.</source>
        <translation>训练集的每个样本按其正确答案的 y 在本次训练各次精确测量中的取值排布：越往上均值越大，越往右起伏越大（标准差）。格子的深浅表示其中的样本数，按对数刻度。指向一个样本可查看它；点击或用方向键选择；按 Enter 在网络中显示。各角的界限对每次训练都相同。依据 Swayamdipta 等人的 Dataset Cartography（2020）。它不能找出错误的标签：难的样本也可能只是难。</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>摇摆</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于其间</translation>
    </message>
    <message>
        <source>mean ≥ {mean}, spread &lt; {spread}</source>
        <translation>均值 ≥ {mean}，波动 &lt; {spread}</translation>
    </message>
    <message>
        <source>spread ≥ {spread}</source>
        <translation>波动 ≥ {spread}</translation>
    </message>
    <message>
        <source>mean &lt; {mean}, spread &lt; {spread}</source>
        <translation>均值 &lt; {mean}，波动 &lt; {spread}</translation>
    </message>
    <message>
        <source>{name}: {count} of {all} ({share}), {of_total} of L</source>
        <translation>{name}：{all} 个中的 {count} 个（{share}），占 L 的 {of_total}</translation>
    </message>
    <message>
        <source>{name} ({bounds})</source>
        <translation>{name}（{bounds}）</translation>
    </message>
    <message>
        <source>mean and spread of y of the right answer over {count} exact measurements, updates {first} to {last}, without any before the first update</source>
        <translation>正确答案的 y 的均值与波动，取自 {count} 次精确测量，更新 {first} 至 {last}，不含首次更新之前的测量</translation>
    </message>
    <message>
        <source>Whether the label of a hard one is wrong, or it is only hard to read, the map does not tell.</source>
        <translation>困难的样本是标签有误，还是只是难认，此图无法分辨。</translation>
    </message>
    <message>
        <source>The map takes two exact measurements after the first update; this run has {count}: train on.</source>
        <translation>此图需要首次更新之后的两次精确测量；本次训练目前有 {count} 次：请继续训练。</translation>
    </message>
    <message>
        <source>The map is being computed…</source>
        <translation>正在计算此图……</translation>
    </message>
    <message>
        <source>The map is of the training set alone: choose that set above.</source>
        <translation>此图只针对训练集：请在上方选择训练集。</translation>
    </message>
    <message>
        <source>There is no map: the outputs of an identity may be any number, and are no confidences.</source>
        <translation>没有此图：恒等输出可以是任意数，不是置信度。</translation>
    </message>
    <message>
        <source>y of the right answer, measured at update {last}: {y}</source>
        <translation>正确答案的 y，在更新 {last} 处测量：{y}</translation>
    </message>
    <message>
        <source>y of the right answer at {count} exact measurements, updates {first} to {last}: at the last one {y}</source>
        <translation>正确答案的 y，共 {count} 次精确测量，更新 {first} 至 {last}：最后一次为 {y}</translation>
    </message>
</context>
<context>
    <name>MarkLegendPage</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Marks and their numbers</source>
        <translation>标记和它们的数</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>No mark is described with “{words}”. Try one word, such as weight or ring.</source>
        <translation>没有哪个标记的说明含有“{words}”。请试一个词，例如“权重”或“环”。</translation>
    </message>
    <message>
        <source>Nothing in the picture of the network is invented: every mark is a number that the engine computed. Here is which one.</source>
        <translation>网络图中没有任何编造：每个标记都是引擎算出的一个数。这里列出它是哪个数。</translation>
    </message>
    <message>
        <source>Show &amp;where it comes from in the code</source>
        <translation>显示它在代码中的来源(&amp;W)</translation>
    </message>
    <message>
        <source>s is the snapshot of one update; s.trace is what the shown example made the network compute</source>
        <translation>s 是某次更新的快照；s.trace 是网络对当前样本算出的一切</translation>
    </message>
    <message>
        <source>In the code</source>
        <translation>代码中</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Connection, picture Weights</source>
        <translation>连接（显示“权重”时）</translation>
    </message>
    <message>
        <source>Colour and width: its weight w. Blue is plus, orange minus.</source>
        <translation>颜色和粗细：它的权重 w。蓝色为正，橙色为负。</translation>
    </message>
    <message>
        <source>Connection, picture Signal</source>
        <translation>连接（显示“信号”时）</translation>
    </message>
    <message>
        <source>Colour and width: a·w, what it carries for the shown example.</source>
        <translation>颜色和粗细：a·w，它为所示样本传送的信号。</translation>
    </message>
    <message>
        <source>Connection, picture Gradient</source>
        <translation>连接（显示“梯度”时）</translation>
    </message>
    <message>
        <source>Colour and width: ∂C/∂w of the shown example. Lime is plus, violet minus.</source>
        <translation>颜色和粗细：所示样本的 ∂C/∂w。黄绿色为正，紫色为负。</translation>
    </message>
    <message>
        <source>Connection, picture Mean gradient</source>
        <translation>连接（显示“平均梯度”时）</translation>
    </message>
    <message>
        <source>Colour and width: the last batch’s mean gradient, with L1 and L2, before clipping.</source>
        <translation>颜色和粗细：上一个批次的平均梯度，含 L1 和 L2，裁剪前。</translation>
    </message>
    <message>
        <source>Connection, picture Change</source>
        <translation>连接（显示“变化量”时）</translation>
    </message>
    <message>
        <source>Colour and width: ΔW, what the last update changed.</source>
        <translation>颜色和粗细：ΔW，上一次更新的变化量。</translation>
    </message>
    <message>
        <source>Legend, strip of colours</source>
        <translation>图例，色条</translation>
    </message>
    <message>
        <source>The very colours of the connections, from full minus to full plus. A click hides a sign.</source>
        <translation>就是连接的颜色，从负的最浓色到正的最浓色。单击可隐藏一种符号。</translation>
    </message>
    <message>
        <source>Legend, numbers</source>
        <translation>图例，数字</translation>
    </message>
    <message>
        <source>Drawn … of …</source>
        <translation>已画出 … / …</translation>
    </message>
    <message>
        <source>The same under a gap</source>
        <translation>层间下方的同样内容</translation>
    </message>
    <message>
        <source>Arc over a layer</source>
        <translation>跨过一层的弧</translation>
    </message>
    <message>
        <source>Neuron, its fill</source>
        <translation>神经元的填充</translation>
    </message>
    <message>
        <source>Neuron, its ring</source>
        <translation>神经元的圆环</translation>
    </message>
    <message>
        <source>Cell of a deep network</source>
        <translation>深网络的格子</translation>
    </message>
    <message>
        <source>Above the activation a, below it δ, the stronger, the larger.</source>
        <translation>上面是激活值 a，下面是 δ，颜色越强越大。</translation>
    </message>
    <message>
        <source>Stroke through a neuron</source>
        <translation>神经元上的斜线</translation>
    </message>
    <message>
        <source>Dropout keeps it silent for this example.</source>
        <translation>随机失活对这个样本关闭了它。</translation>
    </message>
    <message>
        <source>Number on a connection</source>
        <translation>连接上的数字</translation>
    </message>
    <message>
        <source>What its colour shows, where no more than 40 connections are in sight.</source>
        <translation>连接颜色所表示的数值；仅当可见连接不超过 40 条时写出。</translation>
    </message>
    <message>
        <source>Number in a neuron</source>
        <translation>神经元内的数字</translation>
    </message>
    <message>
        <source>Its activation a, where no more than 40 connections are in sight.</source>
        <translation>它的激活值 a；仅当可见连接不超过 40 条时写出。</translation>
    </message>
    <message>
        <source>Picture in a large neuron</source>
        <translation>大神经元里的图</translation>
    </message>
    <message>
        <source>Band under a column</source>
        <translation>列下方的条</translation>
    </message>
    <message>
        <source>So many more neurons stand folded in it. A click unfolds them.</source>
        <translation>里面还折叠着这么多神经元。单击可展开。</translation>
    </message>
    <message>
        <source>Head of a column</source>
        <translation>列的标题</translation>
    </message>
    <message>
        <source>How many neurons; how much goes past them; how many are dead or saturated.</source>
        <translation>有多少神经元；有多少绕过它们；多少失效或饱和。</translation>
    </message>
    <message>
        <source>Input picture</source>
        <translation>输入图像</translation>
    </message>
    <message>
        <source>Map of the inputs</source>
        <translation>输入空间图</translation>
    </message>
    <message>
        <source>The shown example; on the line, at what the network answers, once y is known.</source>
        <translation>所示样本；对一元函数，在 y 算出之后位于网络的输出处。</translation>
    </message>
    <message>
        <source>Marks and words around the map</source>
        <translation>输入空间图四周的标记和文字</translation>
    </message>
    <message>
        <source>What the axes reach, which mark is which class, and how much cannot be seen in the map.</source>
        <translation>两轴各到哪里，哪种标记是哪一类，以及有多少在图中看不到。</translation>
    </message>
    <message>
        <source>Bar of an output, and its number</source>
        <translation>输出的条和它的数</translation>
    </message>
    <message>
        <source>Its y. The right answer has an outline, a wrong one is hatched.</source>
        <translation>它的 y。正确答案有外框，错误的画斜线。</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>网络判为什么</translation>
    </message>
    <message>
        <source>The output with the largest y, where one alone is largest; and what is right.</source>
        <translation>y 最大的输出（仅当只有一个最大时），以及正确答案。</translation>
    </message>
    <message>
        <source>C under the outputs</source>
        <translation>输出下方的 C</translation>
    </message>
    <message>
        <source>The loss of the shown example alone.</source>
        <translation>仅所示样本的损失。</translation>
    </message>
    <message>
        <source>… in L</source>
        <translation>… 在 L 中</translation>
    </message>
    <message>
        <source>Disc on its way</source>
        <translation>途中的圆点</translation>
    </message>
    <message>
        <source>Forwards: a·w, by its area.</source>
        <translation>前向：a·w，由面积表示。</translation>
    </message>
    <message>
        <source>Dart on its way</source>
        <translation>途中的箭头</translation>
    </message>
    <message>
        <source>Backwards: w·δ, by its area.</source>
        <translation>反向：w·δ，由面积表示。</translation>
    </message>
    <message>
        <source>Thin bars at the edges</source>
        <translation>边缘的细条</translation>
    </message>
    <message>
        <source>What part of an enlarged network is seen.</source>
        <translation>放大的网络中看得到的部分。</translation>
    </message>
    <message>
        <source>Connection of a highlighted neuron</source>
        <translation>突出显示的神经元的连接</translation>
    </message>
    <message>
        <source>The one that is pointed at or pinned, among its neuron&apos;s.</source>
        <translation>该神经元的连接中被指向或被固定的那一条。</translation>
    </message>
    <message>
        <source>The size that has full colour, by gap: the 99th percentile of all that are not 0, of a·w the 99.8th (of more than 16,384 numbers, of evenly spread ones). With one scale for all, the largest of these.</source>
        <translation>各层间颜色最浓处对应的大小：取所有非零值的第 99 百分位数，a·w 取第 99.8 百分位数（多于 16,384 个数值时，取均匀抽取的一部分）。统一色标时取其中最大者。</translation>
    </message>
    <message>
        <source>Outlined connection</source>
        <translation>带轮廓的连接</translation>
    </message>
    <message>
        <source>A residual connection: what goes past the weights, a or ∂C/∂a; of maps their sums.</source>
        <translation>残差连接：绕过权重的部分，a 或 ∂C/∂a；特征图则为各格之和。</translation>
    </message>
    <message>
        <source>Its activation a, full at the layer&apos;s largest; orange where that is negative.</source>
        <translation>激活值 a，该层最大者颜色最浓；负值为橙色。</translation>
    </message>
    <message>
        <source>Its δ = ∂C/∂z: the wider, the larger, and widest where an output would be as wrong as it can be; in the picture Mean gradient the batch&apos;s mean δ.</source>
        <translation>δ = ∂C/∂z：越宽越大，某个输出错到极限时最宽；在“平均梯度”图像中为该批次 δ 的平均值。</translation>
    </message>
    <message>
        <source>× or = at a neuron, or on a feature map</source>
        <translation>神经元旁或特征图上的 × 或 =</translation>
    </message>
    <message>
        <source>Dead or saturated: flat for nearly all of the test set; of a map, every cell.</source>
        <translation>失效或饱和：对几乎全部测试集都平坦；特征图则为每一格。</translation>
    </message>
    <message>
        <source>Class at a neuron or feature map</source>
        <translation>神经元或特征图旁的类别</translation>
    </message>
    <message>
        <source>For which class its mean a over the test set is largest; of a map, of all cells.</source>
        <translation>它在测试集上的平均 a 对哪个类别最大；特征图则按所有格平均。</translation>
    </message>
    <message>
        <source>Number over a column</source>
        <translation>列上方的编号</translation>
    </message>
    <message>
        <source>Which hidden layer it is, counted from 1, where nothing longer has room.</source>
        <translation>第几个隐藏层（从 1 数起）；放不下更长的文字时才这样写。</translation>
    </message>
    <message>
        <source>Name and number of an input</source>
        <translation>输入的名称与数值</translation>
    </message>
    <message>
        <source>Its x, where the inputs are numbers and no picture.</source>
        <translation>输入是数值而非图像时，它的 x。</translation>
    </message>
    <message>
        <source>Curve in the map</source>
        <translation>图中的曲线</translation>
    </message>
    <message>
        <source>What the network answers for every x from left to right.</source>
        <translation>网络对从左到右每个 x 的输出。</translation>
    </message>
    <message>
        <source>Point in the map</source>
        <translation>图中的点</translation>
    </message>
    <message>
        <source>A training example at its place; shape and colour are its class.</source>
        <translation>一个训练样本，位于其坐标处；形状和颜色表示类别。</translation>
    </message>
    <message>
        <source>Ring in the map</source>
        <translation>图中的圆圈</translation>
    </message>
    <message>
        <source>Line from the ring in the map</source>
        <translation>图中从圆圈引出的线段</translation>
    </message>
    <message>
        <source>It ends at the target ŷ: its length is the error.</source>
        <translation>止于目标 ŷ，其长度就是误差。</translation>
    </message>
    <message>
        <source>Tick at a bar</source>
        <translation>条形上的刻度线</translation>
    </message>
    <message>
        <source>The target ŷ of a regression.</source>
        <translation>回归的目标 ŷ。</translation>
    </message>
    <message>
        <source>L is the sum of C, without dropout, over so many training examples.</source>
        <translation>L 是这么多训练样本的 C 之和，不含随机失活。</translation>
    </message>
    <message>
        <source>Line at the top left</source>
        <translation>左上方的一行文字</translation>
    </message>
    <message>
        <source>Which example is shown, and its label.</source>
        <translation>所示的是哪个样本及其标签。</translation>
    </message>
    <message>
        <source>Line at the top right</source>
        <translation>右上方的一行文字</translation>
    </message>
    <message>
        <source>What happens in this phase of the walkthrough, with its numbers.</source>
        <translation>逐步讲解的这一阶段正在做什么，并给出其数值。</translation>
    </message>
    <message>
        <source>Notice with a button</source>
        <translation>带按钮的提示</translation>
    </message>
    <message>
        <source>No |δ| of an output is above 0.001: there is almost no gradient to see.</source>
        <translation>所有输出的 |δ| 都不超过 0.001：几乎看不到梯度。</translation>
    </message>
    <message>
        <source>Ring of text colour around a neuron</source>
        <translation>神经元外与文字同色的圆圈</translation>
    </message>
    <message>
        <source>The neuron that is pointed at or reached by keys; both ends of such a connection.</source>
        <translation>被指向或用键盘选中的神经元；或这样一条连接的两端。</translation>
    </message>
    <message>
        <source>Dashed ring around a neuron</source>
        <translation>神经元外的虚线圆圈</translation>
    </message>
    <message>
        <source>What is pinned: it stays until it is clicked again.</source>
        <translation>已固定的对象，再次点击后取消。</translation>
    </message>
    <message>
        <source>Card, its numbers</source>
        <translation>卡片中的数值</translation>
    </message>
    <message>
        <source>z, a, b and δ of a neuron; w, a·w and ∂C/∂w of a connection.</source>
        <translation>神经元的 z、a、b 和 δ；连接的 w、a·w 和 ∂C/∂w。</translation>
    </message>
    <message>
        <source>Card, its picture</source>
        <translation>卡片中的图像</translation>
    </message>
    <message>
        <source>The neuron&apos;s weights, pixel by pixel; full colour is the largest |w| of them.</source>
        <translation>该神经元的权重，逐像素显示；其中最大的 |w| 颜色最浓。</translation>
    </message>
    <message>
        <source>Legend of all other marks</source>
        <translation>其他标记的图例</translation>
    </message>
    <message>
        <source>Folded into a line; pointed at, it tells what fill, width and size stand for now.</source>
        <translation>收成一行；指向它时展开，说明填充、宽度和大小当前各表示什么。</translation>
    </message>
    <message>
        <source>The class of the largest y at each place; the stronger its colour, the larger y.</source>
        <translation>每处是 y 最大的类别；颜色越浓，y 越大。</translation>
    </message>
    <message>
        <source>How many connections are drawn, of how many, and what part they carry, as the mean of the gaps. In Weights and Signal that is the signal a·w; one that carries none is left out.</source>
        <translation>画出的连接数、总数，以及它们所占的部分（各层间的平均）。在“权重”和“信号”图中指信号 a·w；不传信号的不画。</translation>
    </message>
    <message>
        <source>How many of the gap&apos;s connections are drawn, and what part of all they carry.</source>
        <translation>这个层间画出了多少条连接，它们占总量多大一部分。</translation>
    </message>
    <message>
        <source>Its weights, pixel by pixel, or weights × this example; hatched where x is 0 in over 99 % of the training examples.</source>
        <translation>它的权重，逐个像素，或权重乘以这个样本；超过 99% 的训练样本中 x 为 0 之处画斜线。</translation>
    </message>
    <message>
        <source>As the network reads it: ink is 1, no ink 0; kept grey, white is 1, black 0.</source>
        <translation>网络看到的样本：有墨为 1，无墨为 0；保留灰度时白为 1，黑为 0。</translation>
    </message>
    <message>
        <source>+ in a neuron, or below its layer</source>
        <translation>神经元里或所在层下方的 +</translation>
    </message>
    <message>
        <source>|a| is beyond the full colour, where the scales are locked; below, of one or more.</source>
        <translation>色标锁定时，|a| 超出了最浓的颜色所代表的数；在层下方表示该层至少有一个。</translation>
    </message>
    <message>
        <source>! in a neuron, or below its layer</source>
        <translation>神经元里或所在层下方的 !</translation>
    </message>
    <message>
        <source>a or δ is no finite number; below a layer of small cells, of one or more.</source>
        <translation>a 或 δ 不是有限数；在由小格组成的层下方表示该层至少有一个。</translation>
    </message>
    <message>
        <source>The same number as in the picture behind it, of the same update: the wider, the larger, by the largest of the neuron&apos;s own; with the scales locked by its gap&apos;s.</source>
        <translation>与其后图像中的数值相同，属于同一次更新：越粗越大，以该神经元自身的最大值为准；锁定色标时以所在层间的色标为准。</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>No room for the matrix: make the window larger, or its type smaller.</source>
        <translation>空间不足，无法显示矩阵：请放大窗口，或减小字号。</translation>
    </message>
    <message>
        <source>Which class is taken for which</source>
        <translation>哪一类被判为哪一类</translation>
    </message>
    <message>
        <source>Each row is a right class, and each column what the network says: a cell counts the examples of that class to which that is said, and names their share of the row. On the diagonal, in another shape and on a scale of its own, the answer is right. At the right of each row: recall, the share of the class that is called so; precision, the share of what is called so that is of the class; and the class’s share of the sum of all C. Where there is nothing to share stands “–”; pointing at it says why. A click or the arrow keys choose a cell, whose pictures stand beside it; a head chooses the mistakes of its row or column, the corner (Home) all of them.</source>
        <translation>每一行是一个正确类别，每一列是网络的判断：格子里是这一类中被这样判断的样本有多少个，以及它们在这一行中的占比。对角线上判断正确，用另一种形状和自己的色标。每行右边：召回率，即这一类中被判为这一类的占比；精确率，即被判为这一类的当中真是这一类的占比；以及这一类在全部 C 之和中的占比。分母为 0 时写“–”，指向它可知原因。单击或用方向键选中一个格子，它的图片就在旁边；选中行首或列首，显示那一行或那一列中判错的样本；左上角（Home 键）显示全部判错的样本。</translation>
    </message>
</context>
<context>
    <name>MatrixWords</name>
    <message>
        <source>the network says</source>
        <translation>网络的判断</translation>
    </message>
    <message>
        <source>the right class</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>said</source>
        <translation>判为</translation>
    </message>
    <message>
        <source>Colour: how much the share differs: lime more, violet and hatched fewer</source>
        <translation>颜色：占比相差多少；黄绿色为多，紫色加斜线为少</translation>
    </message>
    <message>
        <source>In each cell: how many more (+, lime) or fewer (−, violet, hatched)</source>
        <translation>每格：多（+，黄绿色）或少（−，紫色，斜线）多少</translation>
    </message>
    <message>
        <source>In each cell: how many more (+, lime) or fewer (−, violet, hatched), and by how much of the row, in %</source>
        <translation>每格：多（+，黄绿色）或少（−，紫色，斜线）多少，以及占该行的百分比相差多少</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>{what} now</source>
        <translation>{what}（现在）</translation>
    </message>
    <message>
        <source>off the diagonal:</source>
        <translation>对角线外：</translation>
    </message>
    <message>
        <source>on it:</source>
        <translation>对角线上：</translation>
    </message>
    <message>
        <source>Shade: the share of the row</source>
        <translation>深浅：在本行中的占比</translation>
    </message>
    <message>
        <source>In each cell: how many; its shade: what share of their row they are</source>
        <translation>每格：个数；深浅：在本行中的占比</translation>
    </message>
    <message>
        <source>In each cell: how many, and what share of their row they are, in %</source>
        <translation>每格：个数，以及在本行中的占比（%）</translation>
    </message>
    <message>
        <source>Point at a class for its recall</source>
        <translation>指向一个类别可看召回率等</translation>
    </message>
</context>
<context>
    <name>MeasuredMoment</name>
    <message>
        <source>after update {update}, θ edited since</source>
        <translation>第 {update} 次更新后，其后 θ 被手动修改</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新后</translation>
    </message>
    <message>
        <source>exact at update {update}, θ edited since</source>
        <translation>第 {update} 次更新时的精确值，其后 θ 被手动修改</translation>
    </message>
    <message>
        <source>at update {update}, θ edited since: {loss}</source>
        <translation>第 {update} 次更新时，其后 θ 被手动修改：{loss}</translation>
    </message>
    <message>
        <source>{loss} (at update {update}, θ edited since)</source>
        <translation>{loss}（第 {update} 次更新时，其后 θ 被手动修改）</translation>
    </message>
    <message>
        <source>θ edited since</source>
        <translation>其后 θ 被手动修改</translation>
    </message>
    <message>
        <source>exact at update {update}</source>
        <translation>第 {update} 次更新时的精确值</translation>
    </message>
    <message>
        <source>at update {update}: {loss}</source>
        <translation>第 {update} 次更新时：{loss}</translation>
    </message>
    <message>
        <source>{loss} (at update {update})</source>
        <translation>{loss}（第 {update} 次更新时）</translation>
    </message>
    <message>
        <source>not measured: there is no training</source>
        <translation>没有测量：训练进程不在运行</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xample</source>
        <translation>样本(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Connections show</source>
        <translation>连接显示</translation>
    </message>
    <message>
        <source>Connections drawn</source>
        <translation>画出的连接</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take back what was changed last</source>
        <translation>撤销上一步改动</translation>
    </message>
    <message>
        <source>Do again what was taken back last</source>
        <translation>重做上一步被撤销的改动</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字号</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>完成了多少</translation>
    </message>
</context>
<context>
    <name>MoreRunsButton</name>
    <message>
        <source>+{count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>{count} more runs have no room here: show the list of all runs</source>
        <translation>另有 {count} 次训练在这里放不下：显示全部训练的列表</translation>
    </message>
    <message>
        <source>1 more run has no room here: show the list of all runs</source>
        <translation>另有 1 次训练在这里放不下：显示全部训练的列表</translation>
    </message>
</context>
<context>
    <name>NetworkArea</name>
    <message>
        <source>Leave the projector layout: the panels come back</source>
        <translation>离开投影布局：恢复各面板</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>The network appears here.</source>
        <translation>网络会出现在这里。</translation>
    </message>
</context>
<context>
    <name>NetworkPresenter</name>
    <message>
        <source>mean of the batch {before} → {after}</source>
        <translation>批次平均 {before} → {after}</translation>
    </message>
    <message>
        <source>without dropout: mean of the batch {before} → {after}</source>
        <translation>不用随机失活：批次平均 {before} → {after}</translation>
    </message>
    <message>
        <source>C {before} → {after}</source>
        <translation>C {before} → {after}</translation>
    </message>
    <message>
        <source>No update was made yet: press . to make one.</source>
        <translation>还没有做过更新：按 . 做一次。</translation>
    </message>
    <message>
        <source>Not known of update {update}: press . for the next.</source>
        <translation>第 {update} 次更新的数值未知：按 . 做下一次更新。</translation>
    </message>
    <message>
        <source>Not known of update {update}.</source>
        <translation>第 {update} 次更新的数值未知。</translation>
    </message>
    <message>
        <source>Update 0: nothing has changed yet.</source>
        <translation>第 0 次更新：还没有任何变化。</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Layer 1: each neuron adds up a·w of the inked pixels.</source>
        <translation>第 1 层：每个神经元把有墨像素的 a·w 加起来。</translation>
    </message>
    <message>
        <source>Layer {layer}: each neuron adds up what reaches it.</source>
        <translation>第 {layer} 层：每个神经元求加权和。</translation>
    </message>
    <message>
        <source>Back, layer {layer}: w·δ travels, ∂C/∂w stays on its connection.</source>
        <translation>反向经过第 {layer} 层：w·δ 继续传，∂C/∂w 留在连接上。</translation>
    </message>
    <message>
        <source>Back to layer 1: ∂C/∂w = δ on inked pixels’ connections.</source>
        <translation>回到第 1 层：有墨像素的每条连接上，∂C/∂w = δ。</translation>
    </message>
    <message>
        <source>Back to layer 1: ∂C/∂w = x·δ on every connection.</source>
        <translation>回到第 1 层：每条连接上 ∂C/∂w = x·δ。</translation>
    </message>
    <message>
        <source>The mean gradient with {penalties} recolours the connections.</source>
        <translation>平均梯度（含 {penalties}）给连接重新着色。</translation>
    </message>
    <message>
        <source>The batch’s mean gradient recolours the connections.</source>
        <translation>批次的平均梯度给连接重新着色。</translation>
    </message>
    <message>
        <source>Collecting kernel {from} → {to} of layer {layer}: a·δ into its w.</source>
        <translation>汇总第 {layer} 层卷积核 {from} → {to}：各处 a·δ 汇入它的 w。</translation>
    </message>
    <message>
        <source>Collecting kernel {to} of layer {layer}: each w adds up its a·δ.</source>
        <translation>汇总第 {layer} 层卷积核 {to}：每个 w 累加各处的 a·δ。</translation>
    </message>
    <message>
        <source>Softmax: the outputs become confidences, their sum is 1.</source>
        <translation>Softmax：输出变成置信度，总和为 1。</translation>
    </message>
    <message>
        <source>C = −ln y: how wrong is this one?</source>
        <translation>C = −ln y：这一个错得有多严重？</translation>
    </message>
    <message>
        <source>Layer 1: each neuron adds up x·w of its inputs.</source>
        <translation>第 1 层：每个神经元把输入的 x·w 加起来。</translation>
    </message>
    <message>
        <source>Mean gradient with {penalties}; clipped to {share} of it.</source>
        <translation>含 {penalties} 的平均梯度；裁剪后，优化器只用其 {share} 倍。</translation>
    </message>
    <message>
        <source>The batch’s mean gradient; clipped, {share} of it is followed.</source>
        <translation>批次的平均梯度；裁剪后，优化器只用其 {share} 倍。</translation>
    </message>
    <message>
        <source>The optimizer’s ΔW is applied: new weights.</source>
        <translation>加上优化器给出的 ΔW，得到新的权重。</translation>
    </message>
    <message>
        <source>These are the new weights.</source>
        <translation>这是新的权重。</translation>
    </message>
    <message>
        <source>Back through layer {layer}: δ goes to each block’s winner.</source>
        <translation>反向经过第 {layer} 层：δ 只传给每块的最大者。</translation>
    </message>
    <message>
        <source>Layer {layer}: each cell takes the mean of its block.</source>
        <translation>第 {layer} 层：每格取其块的平均。</translation>
    </message>
    <message>
        <source>Back through layer {layer}: all of a block get equal shares.</source>
        <translation>反向经过第 {layer} 层：块中各格分得相等的份额。</translation>
    </message>
    <message>
        <source>Layer {layer}: each is the mean of its block × dropout.</source>
        <translation>第 {layer} 层：每格取其块的平均 × 随机失活。</translation>
    </message>
    <message>
        <source>Layer {layer}: each of {seeing} windows adds up its a·w.</source>
        <translation>第 {layer} 层：{seeing} 个窗口各自把 a·w 相加。</translation>
    </message>
    <message>
        <source>Layer {layer}: each cell adds up a·w over its window.</source>
        <translation>第 {layer} 层：每格把窗口内的 a·w 相加。</translation>
    </message>
    <message>
        <source>Layer {layer}: all {blank} windows see only 0: each gives f(b).</source>
        <translation>第 {layer} 层：{blank} 个窗口都只看到 0，各给出 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: windows with ink: {seeing}; blank: {blank}, each gives f(b).</source>
        <translation>第 {layer} 层：有墨的窗口 {seeing} 个；空白 {blank} 个，各给出 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: with ink: {seeing}; blank: {blank}, each f(b).</source>
        <translation>第 {layer} 层：有墨 {seeing} 个；空白 {blank} 个，各为 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: windows with a signal: {seeing}; blank: {blank}, each f(b).</source>
        <translation>第 {layer} 层：有信号的窗口 {seeing} 个；空白 {blank} 个，各为 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: with a signal: {seeing}; blank: {blank}, each f(b).</source>
        <translation>第 {layer} 层：有信号 {seeing} 个；空白 {blank} 个，各为 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: all {blank} windows see only 0: f(b) × dropout.</source>
        <translation>第 {layer} 层：全部 {blank} 个窗口只见 0：f(b) × 随机失活。</translation>
    </message>
    <message>
        <source>Layer {layer}: signal: {seeing}; blank: {blank}, f(b) × dropout.</source>
        <translation>第 {layer} 层：有信号 {seeing} 个；空白 {blank} 个，f(b) × 随机失活。</translation>
    </message>
    <message>
        <source>Layer {layer}: with ink: {seeing}; blank: {blank}, f(b) × dropout.</source>
        <translation>第 {layer} 层：有墨 {seeing} 个；空白 {blank} 个，f(b) × 随机失活。</translation>
    </message>
    <message>
        <source>Layer {layer}: {blank} windows are blank: f(b) × dropout.</source>
        <translation>第 {layer} 层：空白窗口 {blank} 个，f(b) × 随机失活。</translation>
    </message>
    <message>
        <source>Layer {layer}: {won} of {read} cells win their block and pass.</source>
        <translation>第 {layer} 层：{read} 格中有 {won} 格在块中最大，得以通过。</translation>
    </message>
    <message>
        <source>Back, layer {layer}: δ at {some} of {won} winners, 0 at {lost} losers.</source>
        <translation>反向第 {layer} 层：{won} 个胜者中 {some} 个有 δ，{lost} 个败者为 0。</translation>
    </message>
    <message>
        <source>Back, layer {layer}: δ at {some} of {won} winners, else 0.</source>
        <translation>反向第 {layer} 层：{won} 个胜者中 {some} 个有 δ，其余为 0。</translation>
    </message>
    <message>
        <source>Layer {layer}: all {won} winners are dropped.</source>
        <translation>第 {layer} 层：{won} 个最大的格都被随机失活关闭。</translation>
    </message>
    <message>
        <source>Layer {layer}: {won} of {read} win; {dropped} dropped, {passed} pass × {mask}.</source>
        <translation>第 {layer} 层：{read} 格中 {won} 格最大；关闭 {dropped} 格，{passed} 格 × {mask} 通过。</translation>
    </message>
    <message>
        <source>Layer {layer}: winners: {dropped} dropped, {passed} pass × {mask}.</source>
        <translation>第 {layer} 层：最大的格中，关闭 {dropped} 格，{passed} 格 × {mask} 通过。</translation>
    </message>
    <message>
        <source>Back through layer {layer}: a shared w adds up all its a·δ.</source>
        <translation>反向经过第 {layer} 层：共享的 w 把所有 a·δ 相加。</translation>
    </message>
    <message>
        <source>Sigmoid: each output is pressed between 0 and 1.</source>
        <translation>Sigmoid：每个输出被压到 0 与 1 之间。</translation>
    </message>
    <message>
        <source>The outputs are their sums: y = z.</source>
        <translation>输出就是它们的和：y = z。</translation>
    </message>
    <message>
        <source>C = ½ Σ (y − ŷ)²: how wrong is this one?</source>
        <translation>C = ½ Σ (y − ŷ)²：这一个错得有多严重？</translation>
    </message>
    <message>
        <source>C = −ln y − Σ ln(1 − yⱼ): how wrong is this one?</source>
        <translation>C = −ln y − Σ ln(1 − yⱼ)：这一个错得有多严重？</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 个输入</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} 个输入</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>{count}, residual</source>
        <translation>{count}，残差</translation>
    </message>
    <message>
        <source>{count} dead</source>
        <translation>{count} 失效</translation>
    </message>
    <message>
        <source>{count} saturated</source>
        <translation>{count} 饱和</translation>
    </message>
    <message>
        <source>{layer}: {share} past</source>
        <translation>{layer}：{share} 绕过</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>1 map</source>
        <translation>1 张特征图</translation>
    </message>
    <message>
        <source>1 map of {rows} × {columns}</source>
        <translation>1 张 {rows} × {columns} 特征图</translation>
    </message>
    <message>
        <source>blank: no answer</source>
        <translation>空白：没有答案</translation>
    </message>
    <message>
        <source>y is not finite</source>
        <translation>y 不是有限数</translation>
    </message>
    <message>
        <source>says {said}</source>
        <translation>判为 {said}</translation>
    </message>
    <message>
        <source>says {said}: right</source>
        <translation>判为 {said}：正确</translation>
    </message>
    <message>
        <source>says {said}, is {right}</source>
        <translation>判为 {said}，应为 {right}</translation>
    </message>
    <message>
        <source>no single largest y: no answer</source>
        <translation>没有唯一最大的 y：没有答案</translation>
    </message>
    <message>
        <source>no single largest y, it is {right}</source>
        <translation>没有唯一最大的 y，应为 {right}</translation>
    </message>
    <message>
        <source>no single largest y, label {right} (shuffled)</source>
        <translation>没有唯一最大的 y，标签 {right}（已打乱）</translation>
    </message>
    <message>
        <source>ŷ = {target}</source>
        <translation>ŷ = {target}</translation>
    </message>
    <message>
        <source>No right answer known: no C.</source>
        <translation>不知道正确答案：没有 C。</translation>
    </message>
    <message>
        <source>{drawn} of {total}</source>
        <translation>{drawn} / {total}</translation>
    </message>
    <message>
        <source>mean |∂C/∂w|</source>
        <translation>平均 |∂C/∂w|</translation>
    </message>
    <message>
        <source>mean |∂C/∂w| before clipping</source>
        <translation>裁剪前平均 |∂C/∂w|</translation>
    </message>
    <message>
        <source>ribbons: Σ of the same</source>
        <translation>带：同一数之和</translation>
    </message>
    <message>
        <source>ribbons: Σ {what}</source>
        <translation>带：Σ {what}</translation>
    </message>
    <message>
        <source>Σ mean ∂C/∂w + {penalties}, before clipping</source>
        <translation>Σ 裁剪前平均 ∂C/∂w + {penalties}</translation>
    </message>
    <message>
        <source>{what}, full colour at {numbers}</source>
        <translation>{what}，颜色最浓处为 {numbers}</translation>
    </message>
    <message>
        <source>{scale} {gaps}</source>
        <translation>{scale}{gaps}</translation>
    </message>
    <message>
        <source>mean |∂C/∂w| with {penalties}</source>
        <translation>平均 |∂C/∂w| + {penalties}</translation>
    </message>
    <message>
        <source>mean |∂C/∂w| with {penalties}, before clipping</source>
        <translation>裁剪前平均 |∂C/∂w| + {penalties}</translation>
    </message>
    <message>
        <source>{what}: the sign alone</source>
        <translation>{what}：只表示符号</translation>
    </message>
    <message>
        <source>full colour at {what} = {numbers}</source>
        <translation>{what} = {numbers} 时颜色最浓</translation>
    </message>
    <message>
        <source>(all gaps)</source>
        <translation>（所有层间）</translation>
    </message>
    <message>
        <source>every ∂C/∂w of this example is exactly 0</source>
        <translation>这个样本的每个 ∂C/∂w 都恰为 0</translation>
    </message>
    <message>
        <source>every mean ∂C/∂w is exactly 0</source>
        <translation>每个平均 ∂C/∂w 都恰为 0</translation>
    </message>
    <message>
        <source>every ΔW is exactly 0</source>
        <translation>每个 ΔW 都恰为 0</translation>
    </message>
    <message>
        <source>no right answer known: no gradient</source>
        <translation>不知道正确答案：没有梯度</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} connections</source>
        <translation>已画出 {drawn} / {total} 条连接</translation>
    </message>
    <message>
        <source>{ribbons} ribbons</source>
        <translation>{ribbons} 条带</translation>
    </message>
    <message>
        <source>1 ribbon</source>
        <translation>1 条带</translation>
    </message>
    <message>
        <source>not known of this update</source>
        <translation>这次更新的数值未知</translation>
    </message>
    <message>
        <source>every mean ∂C/∂w with {penalties} is exactly 0</source>
        <translation>每个平均 ∂C/∂w（含 {penalties}）都恰为 0</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of this digit’s ∂C/∂w</source>
        <translation>已画出 {drawn} / {total} 条 · 这个数字的 ∂C/∂w 的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of its ∂C/∂w</source>
        <translation>已画出 {drawn} / {total} · 占其 ∂C/∂w 的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the mean gradient with {penalties}</source>
        <translation>已画出 {drawn} / {total} 条 · 平均梯度（含 {penalties}）的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the mean gradient</source>
        <translation>已画出 {drawn} / {total} 条 · 平均梯度的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the change</source>
        <translation>已画出 {drawn} / {total} 条 · 变化量的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of this digit’s signal</source>
        <translation>已画出 {drawn} / {total} 条 · 这个数字的信号的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the signal</source>
        <translation>已画出 {drawn} / {total} · 占其信号的 {share}</translation>
    </message>
    <message>
        <source>{ribbons} ribbons = {count}</source>
        <translation>{ribbons} 条带 = {count} 条连接</translation>
    </message>
    <message>
        <source>1 ribbon = {count}</source>
        <translation>1 条带 = {count} 条连接</translation>
    </message>
    <message>
        <source>{ribbons} ribbons, by the sign of their sum</source>
        <translation>{ribbons} 条带，按其和的正负</translation>
    </message>
    <message>
        <source>{count} are 0</source>
        <translation>{count} 条为 0</translation>
    </message>
    <message>
        <source>more of them nearer by</source>
        <translation>放大可见更多</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The network: left the example that is shown, then each layer&apos;s neurons, right the outputs y. Any mark in it explains itself: ask What&apos;s this? and click it. Point at a neuron to see its connections and its numbers; a click keeps it in Inspect, with Ctrl beside others. With the keyboard: arrow keys move from neuron to neuron, with Shift through its connections, the strongest first; Enter keeps. Of a kernel’s weight all places that share it stand out; a click or Enter opens its page.</source>
        <translation>网络：左边是当前显示的样本，接着是各层的神经元，右边是输出 y。图中的每个标记都有说明：选择“这是什么？”再点击它。指向一个神经元可以看到它的连接和数值；点击会把它留在“查看”中，按住 Ctrl 可以并列多个。用键盘：方向键在神经元之间移动，加 Shift 则从强到弱地走过它的连接；Enter 把它留住。指向卷积核的一个权重，共享它的所有位置会突出显示；点击或按 Enter 打开它的页面。</translation>
    </message>
    <message>
        <source>neuron {number}</source>
        <translation>神经元 {number}</translation>
    </message>
    <message>
        <source>map {map}, row {row}, column {column}</source>
        <translation>特征图 {map}，第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>map {map} ({row}, {column})</source>
        <translation>特征图 {map}（{row}, {column}）</translation>
    </message>
    <message>
        <source>pixel {number}</source>
        <translation>像素 {number}</translation>
    </message>
    <message>
        <source>highlighted: {drawn} of {total} connections</source>
        <translation>突出显示 {drawn} / {total} 条连接</translation>
    </message>
    <message>
        <source>{count} in view</source>
        <translation>视野内 {count} 条</translation>
    </message>
    <message>
        <source>every {symbol} is NaN or infinite: none is drawn</source>
        <translation>每个 {symbol} 都是 NaN 或无穷大：一条也没有画</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {count} NaN or infinite</source>
        <translation>已画出 {drawn} / {total} · {count} 个为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{inputs}, each at its own scale</source>
        <translation>{inputs}，各用自己的色标</translation>
    </message>
    <message>
        <source>Input picture: the grey of each pixel, 0 for black to 1 for white.</source>
        <translation>输入图像：每个像素的灰度，0 为黑，1 为白。</translation>
    </message>
    <message>
        <source>{name} = {value}. Full colour at |{name}| = {scale}, this input’s largest in the training set; below 0 the colour is that of negative numbers.</source>
        <translation>{name} = {value}。|{name}| = {scale} 时颜色最浓，这是该输入在训练集中的最大值；小于 0 时用负数的颜色。</translation>
    </message>
    <message>
        <source>It is one number in all training examples, and so tells nothing.</source>
        <translation>它在所有训练样本中都是同一个数，因此不含任何信息。</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>类别 {label}</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation>{name}：{low} 到 {high}</translation>
    </message>
    <message>
        <source>{name}: one number in all training examples</source>
        <translation>{name}：在所有训练样本中都是同一个数</translation>
    </message>
    <message>
        <source>{drawn} of {count} examples drawn</source>
        <translation>画出 {count} 个样本中的 {drawn} 个</translation>
    </message>
    <message>
        <source>This example lies beyond the map.</source>
        <translation>这个样本在图的范围之外。</translation>
    </message>
    <message>
        <source>y not finite at {part} of {count} places</source>
        <translation>{count} 处中有 {part} 处 y 不是有限数</translation>
    </message>
    <message>
        <source>y beyond the map at {part} of {count} places</source>
        <translation>{count} 处中有 {part} 处 y 超出图的范围</translation>
    </message>
    <message>
        <source>says {said}, label {right} (shuffled)</source>
        <translation>判为 {said}，标签 {right}（已打乱）</translation>
    </message>
    <message>
        <source>{count} numbers have no room</source>
        <translation>{count} 个数字放不下</translation>
    </message>
    <message>
        <source>1 number has no room</source>
        <translation>1 个数字放不下</translation>
    </message>
    <message>
        <source>Its column is standardised: mean 0, standard deviation 1.</source>
        <translation>该列已标准化：均值为 0，标准差为 1。</translation>
    </message>
    <message>
        <source>columns standardised: mean 0, deviation 1</source>
        <translation>各列已标准化：均值 0，标准差 1</translation>
    </message>
    <message>
        <source>{count} NaN or infinite</source>
        <translation>{count} 条为 NaN 或无穷大</translation>
    </message>
    <message>
        <source>{share}, mean of the {gaps} gaps</source>
        <translation>{share}（{gaps} 个层间的平均）</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share}</source>
        <translation>已画出 {drawn} / {total} 条 · {share}</translation>
    </message>
    <message>
        <source>none of {total} carries a signal</source>
        <translation>{total} 条都没有信号</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>all {total} are 0</source>
        <translation>{total} 条全为 0</translation>
    </message>
    <message>
        <source>all 0</source>
        <translation>全为 0</translation>
    </message>
    <message>
        <source>These examples have no classes, so no neuron has a favourite.</source>
        <translation>这些样本没有类别，神经元没有偏爱的类别。</translation>
    </message>
    <message>
        <source>The neurons have no room for their favourite classes. View, Zoom, Nearer enlarges them.</source>
        <translation>神经元上没有地方写偏爱的类别。用“视图”&gt;“缩放”&gt;“拉近”放大。</translation>
    </message>
    <message>
        <source>There is no room for favourite classes at the neurons of layer {layers}. View, Zoom, Nearer enlarges them.</source>
        <translation>第 {layers} 层的神经元上没有地方写偏爱的类别。用“视图”&gt;“缩放”&gt;“拉近”放大。</translation>
    </message>
    <message>
        <source>These inputs are no picture, so the neurons show none of their weights.</source>
        <translation>这些输入不是图片，神经元不画出权重的图像。</translation>
    </message>
    <message>
        <source>The neurons of layer 1 are too small for pictures of their weights. View, Zoom, Nearer enlarges them.</source>
        <translation>第 1 层的神经元太小，画不下权重的图像。用“视图”&gt;“缩放”&gt;“拉近”放大。</translation>
    </message>
    <message>
        <source>These layers stay folded: they have too many neurons to be drawn one by one.</source>
        <translation>这些层保持折叠：神经元太多，无法逐个画出。</translation>
    </message>
    <message>
        <source>No layer is folded: every neuron is shown already. The switch stays on, for wide layers that come.</source>
        <translation>没有折叠的层：所有神经元都已显示。开关保持打开，供以后出现的宽层使用。</translation>
    </message>
    <message>
        <source>This network has no hidden neurons.</source>
        <translation>这个网络没有隐藏神经元。</translation>
    </message>
    <message>
        <source>picture of the connections: {picture}</source>
        <translation>连接所示：{picture}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>No connection on this side</source>
        <translation>这一侧没有连接</translation>
    </message>
    <message>
        <source>A and B: {scale}</source>
        <translation>A 与 B：{scale}</translation>
    </message>
    <message>
        <source>({gaps})</source>
        <translation>（{gaps}）</translation>
    </message>
    <message>
        <source>no signal in {gaps}</source>
        <translation>{gaps}无信号</translation>
    </message>
    <message>
        <source>gap {number}</source>
        <translation>层间 {number}</translation>
    </message>
    <message>
        <source>gaps {numbers}</source>
        <translation>层间 {numbers}</translation>
    </message>
    <message>
        <source>layers {layers}</source>
        <translation>第 {layers} 层</translation>
    </message>
    <message>
        <source>{maps} maps</source>
        <translation>{maps} 张特征图</translation>
    </message>
    <message>
        <source>{maps} maps of {rows} × {columns}</source>
        <translation>{maps} 张 {rows} × {columns} 特征图</translation>
    </message>
    <message>
        <source>map {map}</source>
        <translation>特征图 {map}</translation>
    </message>
    <message>
        <source>a from {least} to {most}</source>
        <translation>a 从 {least} 到 {most}</translation>
    </message>
    <message>
        <source>none from inputs of zero</source>
        <translation>不含来自零输入的连接</translation>
    </message>
    <message>
        <source>none from pixels without ink</source>
        <translation>不含来自无墨像素的连接</translation>
    </message>
</context>
<context>
    <name>NeuronDetails</name>
    <message>
        <source>this example at {count} kept updates</source>
        <translation>这个样本在 {count} 个保留的更新处</translation>
    </message>
    <message>
        <source>the other {count}: {sum}</source>
        <translation>其余 {count} 项：{sum}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>the largest:</source>
        <translation>最大者：</translation>
    </message>
    <message>
        <source>No right answer is known: no C, no gradient.</source>
        <translation>不知道正确答案：没有 C，没有梯度。</translation>
    </message>
    <message>
        <source>δ = {delta}: ∂C/∂z of an output comes from C itself</source>
        <translation>δ = {delta}：输出的 ∂C/∂z 直接来自 C</translation>
    </message>
    <message>
        <source>+ past the next layer: {value}</source>
        <translation>+ 绕过下一层：{value}</translation>
    </message>
    <message>
        <source>× dropout {mask}</source>
        <translation>× 随机失活 {mask}</translation>
    </message>
    <message>
        <source>sum over {count} connections</source>
        <translation>{count} 条连接之和</translation>
    </message>
    <message>
        <source>of this one a·δ = {value}</source>
        <translation>此条 a·δ = {value}</translation>
    </message>
    <message>
        <source>last update&apos;s ΔW</source>
        <translation>上次更新的 ΔW</translation>
    </message>
    <message>
        <source>from {name}:</source>
        <translation>来自{name}：</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新后</translation>
    </message>
    <message>
        <source>backpropagation: {value}</source>
        <translation>反向传播：{value}</translation>
    </message>
    <message>
        <source>(C(w + h) − C(w − h)) / 2h: {value}</source>
        <translation>(C(w + h) − C(w − h)) / 2h：{value}</translation>
    </message>
    <message>
        <source>relative error: {error}</source>
        <translation>相对误差：{error}</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>从何而来</translation>
    </message>
    <message>
        <source>The largest terms of z and δ, and each connection&apos;s own numbers</source>
        <translation>z 和 δ 的最大各项，以及每条连接自己的数</translation>
    </message>
    <message>
        <source>The largest terms of z</source>
        <translation>z 中最大的几项</translation>
    </message>
    <message>
        <source>The activation function f</source>
        <translation>激活函数 f</translation>
    </message>
    <message>
        <source>Where δ comes from</source>
        <translation>δ 从何而来</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Largest terms of z</source>
        <translation>z 的最大各项</translation>
    </message>
    <message>
        <source>Choose one to see its connection</source>
        <translation>选一项查看它的连接</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Prove the gradient</source>
        <translation>验证这个梯度</translation>
    </message>
    <message>
        <source>Move this weight a little both ways, in double precision, and compare with backpropagation</source>
        <translation>以双精度把这个权重向两边各移一点，与反向传播比较</translation>
    </message>
    <message>
        <source>Its output a over the updates</source>
        <translation>它的输出 a 随更新的变化</translation>
    </message>
    <message>
        <source>by their size, on a scale of powers of ten: a dot is plus, a dash minus, a ring exactly 0</source>
        <translation>按大小画在以十的幂为刻度的轴上：圆点为正，短横为负，圆圈恰为 0</translation>
    </message>
    <message>
        <source>Its δ over the updates</source>
        <translation>它的 δ 随更新的变化</translation>
    </message>
    <message>
        <source>The gradient ∂C/∂w of this example over the updates</source>
        <translation>这个样本的梯度 ∂C/∂w 随更新的变化</translation>
    </message>
    <message>
        <source>The weight w over the updates</source>
        <translation>权重 w 随更新的变化</translation>
    </message>
    <message>
        <source>this example at 1 kept update</source>
        <translation>这个样本在 1 个保留的更新处</translation>
    </message>
    <message>
        <source>, without dropout</source>
        <translation>，不用随机失活</translation>
    </message>
    <message>
        <source>ΔW: not known of this update</source>
        <translation>ΔW：这次更新的数值未知</translation>
    </message>
    <message>
        <source>Over the updates</source>
        <translation>在各次更新时</translation>
    </message>
    <message>
        <source>back from</source>
        <translation>传回自</translation>
    </message>
    <message>
        <source>Largest terms of δ</source>
        <translation>δ 的最大各项</translation>
    </message>
    <message>
        <source>What each neuron that it leads to hands back: that neuron&apos;s δ, times the weight between them</source>
        <translation>它连到的每个神经元传回的数：那个神经元的 δ 乘以两者之间的权重</translation>
    </message>
</context>
<context>
    <name>NeuronSortPresenter</name>
    <message>
        <source>Tidy</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>These examples have no classes, so no neuron has a favourite: there is nothing to order by.</source>
        <translation>这些样本没有类别，神经元没有偏爱的类别，因此无从排序。</translation>
    </message>
    <message>
        <source>This network has no hidden neurons to put in order.</source>
        <translation>这个网络没有可以排序的隐藏神经元。</translation>
    </message>
    <message>
        <source>The neurons are in the order of their favourites already.</source>
        <translation>神经元已经按偏爱的类别排好了。</translation>
    </message>
    <message>
        <source>No neuron has a favourite: none is more active for one class than for all others.</source>
        <translation>没有一个神经元有偏爱的类别：对任何一类，都没有神经元比对其余各类更活跃。</translation>
    </message>
    <message>
        <source>Every hidden layer is tied to the input, or joined in part only to the next one or the one before, so that no neuron can change its place.</source>
        <translation>每个隐藏层不是与输入绑定，就是与前后层只有部分相连，因此没有神经元可以换位置。</translation>
    </message>
    <message>
        <source>Reordered {what} by favourite digit. Largest difference of any output: {difference} ({count} test examples).</source>
        <translation>已按偏爱的类别重新排列 {what}。所有输出的最大差别：{difference}（{count} 个测试样本）。</translation>
    </message>
    <message>
        <source>Reordered {what} by favourite class. Largest difference of any output: {difference} ({count} test examples).</source>
        <translation>已按偏爱的类别重新排列 {what}。所有输出的最大差别：{difference}（{count} 个测试样本）。</translation>
    </message>
    <message>
        <source>Feature maps were moved as wholes.</source>
        <translation>特征图是整张移动的。</translation>
    </message>
    <message>
        <source>{maps} maps and {neurons} neurons</source>
        <translation>{maps} 张特征图和 {neurons} 个神经元</translation>
    </message>
    <message>
        <source>{neurons} neurons</source>
        <translation>{neurons} 个神经元</translation>
    </message>
    <message>
        <source>{maps} maps</source>
        <translation>{maps} 张特征图</translation>
    </message>
    <message>
        <source>Tied to the input, and so as before: layer {layers}.</source>
        <translation>第 {layers} 层与输入绑定，保持原样。</translation>
    </message>
    <message>
        <source>Joined in part only to the next layer or the one before, and so as before: layer {layers}.</source>
        <translation>第 {layers} 层与前后层只有部分相连，保持原样。</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{value} is refused: give {range}.</source>
        <translation>{value} 无效：请输入{range}。</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>从 {least} 到 {most} 的整数</translation>
    </message>
    <message>
        <source>a number over 0, up to {most}</source>
        <translation>大于 0、不超过 {most} 的数</translation>
    </message>
    <message>
        <source>a number from {least} to {most}</source>
        <translation>从 {least} 到 {most} 的数</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>OpeningPresenter</name>
    <message>
        <source>Don’t wait</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>Another file is still being read: what comes after it waits.</source>
        <translation>另一个文件仍在读取：之后的内容需等待。</translation>
    </message>
</context>
<context>
    <name>OptimizerOptions</name>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>always η</source>
        <translation>始终为 η</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>阶梯衰减</translation>
    </message>
    <message>
        <source>cosine to 0</source>
        <translation>余弦降到 0</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Warm up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Clip ∇ at</source>
        <translation>梯度裁剪阈值</translation>
    </message>
    <message>
        <source>Early stop</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活（Dropout）</translation>
    </message>
    <message>
        <source>How the rate changes</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate η changes over the updates</source>
        <translation>学习率 η 随更新怎样变化</translation>
    </message>
    <message>
        <source>Number of updates from one step to the next, or until the cosine reaches 0</source>
        <translation>两次阶梯之间的更新次数，或余弦降到 0 所需的更新次数</translation>
    </message>
    <message>
        <source>At every step η is multiplied by this number</source>
        <translation>每到一个阶梯，η 都乘以它</translation>
    </message>
    <message>
        <source>η rises to its full value over this many updates at the start; 0: no warm-up</source>
        <translation>η 先用这么多次更新升上来；0 表示不预热</translation>
    </message>
    <message>
        <source>Weight decay λ of AdamW: each update first multiplies θ by 1 − η · λ</source>
        <translation>AdamW 的权重衰减 λ：每次更新先把 θ 乘以 1 − η · λ</translation>
    </message>
    <message>
        <source>If the gradient, over all of θ, is longer than this, it is shortened to this length; 0: never</source>
        <translation>对整个 θ 的梯度，若长度超过此值，就缩短到此值；0 表示从不</translation>
    </message>
    <message>
        <source>In training each hidden neuron is switched off for an example with this probability p; otherwise its output is multiplied by 1 / (1 − p). L and the accuracy are measured without dropout</source>
        <translation>训练时，每个隐藏神经元对一个样本以此概率 p 被关闭，否则它的输出放大为 1 / (1 − p) 倍；测量 L 和准确率时不用随机失活</translation>
    </message>
    <message>
        <source>Early stopping: the training pauses when the test loss, measured after each epoch, has reached no new minimum for this many epochs in a row; 0: never</source>
        <translation>早停：每个轮次之后测量测试损失，若连续这么多轮次都没有低于其最小值，训练就暂停；0 表示从不</translation>
    </message>
</context>
<context>
    <name>OptimizerPanel</name>
    <message>
        <source>now at {rate}</source>
        <translation>现为 {rate}</translation>
    </message>
    <message>
        <source>3  Pick the best function</source>
        <translation>3  选择最优函数</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>SGD (batches)</source>
        <translation>SGD（分批次）</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate η: over 0, up to {most}</source>
        <translation>学习率 η：大于 0，不超过 {most}</translation>
    </message>
    <message>
        <source>a learning rate over 0, up to {most}</source>
        <translation>大于 0、不超过 {most} 的学习率</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The lecture&apos;s setting</source>
        <translation>课程的设置</translation>
    </message>
    <message>
        <source>Plain gradient descent with batches of one example</source>
        <translation>普通梯度下降，每批次一个样本</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of the best function</source>
        <translation>最优函数的更多设置</translation>
    </message>
    <message>
        <source>Schedule, warm-up, clipping, dropout, early stopping</source>
        <translation>学习率调度、预热、梯度裁剪、随机失活、早停</translation>
    </message>
    <message>
        <source>Optimizer, rate, schedule and batch that were tried with this network</source>
        <translation>与这个网络一起试过的优化器、学习率、调度和批次</translation>
    </message>
    <message>
        <source>Settings that suit it</source>
        <translation>适合它的设置</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>all {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>on L: η / N = {rate}</source>
        <translation>对 L：η / N = {rate}</translation>
    </message>
    <message>
        <source>Gradient descent: change θ a little, again and again, against its gradient. C̄ is the mean Cⁿ of the batch, and the learning rate η multiplies the gradient of that mean. Where the step is proportional to the gradient, the rate for the sum L is shown, too: it is N times smaller. The training goes on when you change a rate.</source>
        <translation>梯度下降：按照梯度让 θ 一次次改变一点。C̄ 是这一批次的平均 Cⁿ，学习率 η 对应这个平均值的梯度。若每步与梯度成正比，还会显示对总和 L 的学习率，它是前者的 1/N。改变学习率不会丢失训练结果。</translation>
    </message>
    <message>
        <source>How an update of θ is made from the gradient</source>
        <translation>如何由梯度得到 θ 的变化</translation>
    </message>
    <message>
        <source>Number of examples in one update</source>
        <translation>一次更新所用的样本数</translation>
    </message>
    <message>
        <source>Every update uses the whole training set</source>
        <translation>每次更新都用整个训练集</translation>
    </message>
    <message>
        <source>One update, with all that is in force. C̄ is the mean Cⁿ of the batch, w any weight (biases have no penalty). In update number t since the optimizer was chosen, from 1 on, m̂ = m / (1 − 0.9ᵗ) and v̂ = v / (1 − 0.999ᵗ). A schedule counts the updates k before this one, from where it was chosen.</source>
        <translation>一次更新，包括所有起作用的设置。C̄ 是这一批次的平均 Cⁿ，w 是任一权重（偏置没有惩罚项）。在第 t 次更新（从选定优化器时起，由 1 数起），m̂ = m / (1 − 0.9ᵗ)，v̂ = v / (1 − 0.999ᵗ)。学习率调度从选定之处起，数在这之前的更新次数 k。</translation>
    </message>
</context>
<context>
    <name>OtherPicture</name>
    <message>
        <source>An example of its own data</source>
        <translation>它自己数据中的一个样本</translation>
    </message>
</context>
<context>
    <name>OtherRun</name>
    <message>
        <source>this run at update {update} minus run {name} at update {other}</source>
        <translation>本次训练在更新 {update} 时，减去训练“{name}”在更新 {other} 时</translation>
    </message>
    <message>
        <source>run {name} is being counted; nothing is subtracted yet</source>
        <translation>正在统计训练“{name}”；还没有减去任何东西</translation>
    </message>
    <message>
        <source>run {name} was hidden or deleted: nothing is subtracted any more</source>
        <translation>训练“{name}”已被隐藏或删除：不再减去任何东西</translation>
    </message>
    <message>
        <source>run {name} is gone: nothing is subtracted</source>
        <translation>训练“{name}”已经不在：没有减去任何东西</translation>
    </message>
    <message>
        <source>run {name} has other examples, labels or classes: it cannot be subtracted</source>
        <translation>训练“{name}”的样本、标签或类别不同：不能相减</translation>
    </message>
    <message>
        <source>run {name} has made only {live} updates, not {update}: it cannot be subtracted there</source>
        <translation>训练“{name}”只做了 {live} 次更新，没有到 {update} 次：不能在那里相减</translation>
    </message>
    <message>
        <source>run {name} is on its way back from a divergence: nothing is subtracted until then</source>
        <translation>训练“{name}”正从发散处退回：退回完成之前不减去任何东西</translation>
    </message>
    <message>
        <source>run {name} at update {update} is counted once the training pauses: its updates are made again for that</source>
        <translation>训练“{name}”在更新 {update} 时的情况要等训练暂停后统计：为此要重做它的更新</translation>
    </message>
    <message>
        <source>run {name} could not be counted: nothing is subtracted</source>
        <translation>无法统计训练“{name}”：没有减去任何东西</translation>
    </message>
</context>
<context>
    <name>OtherRunBox</name>
    <message>
        <source>Minus</source>
        <translation>减去</translation>
    </message>
    <message>
        <source>Subtract the matrix of another run: cells show how many more or fewer this one has</source>
        <translation>减去另一次训练的矩阵：格子里显示本次训练多了或少了多少</translation>
    </message>
    <message>
        <source>There is no other run: a branch, or new weights, begin one whose matrix is subtracted</source>
        <translation>没有别的训练：分支或新的初始权重会开始一次，它的矩阵就可以减去</translation>
    </message>
    <message>
        <source>Minus the matrix of run</source>
        <translation>减去哪次训练的矩阵</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>this run at update {update}</source>
        <translation>本次训练，更新 {update}</translation>
    </message>
    <message>
        <source>Update of the run that is subtracted</source>
        <translation>被减去的训练的更新</translation>
    </message>
    <message>
        <source>How the other run stands now, or how it stood after as many updates as this one has made</source>
        <translation>另一次训练现在的状态，或它做了与本次训练同样多次更新时的状态</translation>
    </message>
    <message>
        <source>its newest update</source>
        <translation>它的最新更新</translation>
    </message>
    <message>
        <source>the same update</source>
        <translation>同一次更新</translation>
    </message>
</context>
<context>
    <name>Overflow</name>
    <message>
        <source>too large</source>
        <translation>数值溢出</translation>
    </message>
    <message>
        <source>too large to write</source>
        <translation>数值溢出</translation>
    </message>
</context>
<context>
    <name>OwnFilesPresenter</name>
    <message>
        <source>Import a folder of images</source>
        <translation>导入图像文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何图像。</translation>
    </message>
    <message>
        <source>Nothing was imported: the data have other classes by now.</source>
        <translation>没有导入任何图像：数据的类别已经变了。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>There are no images in {name}.</source>
        <translation>{name} 中没有图像。</translation>
    </message>
    <message>
        <source>Left out: {count}</source>
        <translation>略过：{count} 个</translation>
    </message>
    <message>
        <source>No room for {count} more: the set holds {limit}</source>
        <translation>还有 {count} 个放不下：测试集最多 {limit} 个</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……以及另外 {count} 个</translation>
    </message>
    <message>
        <source>Export the own test set</source>
        <translation>导出自己的测试集</translation>
    </message>
    <message>
        <source>NPZ, for NumPy (*.npz)</source>
        <translation>NPZ，用于 NumPy (*.npz)</translation>
    </message>
    <message>
        <source>own test set</source>
        <translation>自己的测试集</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>OwnGallery</name>
    <message>
        <source>The examples of the own test set</source>
        <translation>自己的测试集的样本</translation>
    </message>
    <message>
        <source>Every drawing and image that you have kept, with its class below it; where the network says another one now, its corner is filled and the answer stands behind the arrow. A click chooses one, Delete takes it out of the set, Enter shows it in the network.</source>
        <translation>你保留的每个手写和图像，下方是它的类别；网络现在判为别的类别时，它的一角被填满，箭头后面是网络的判断。单击选择一个，Delete 将它移出测试集，Enter 在网络中显示它。</translation>
    </message>
</context>
<context>
    <name>OwnPage</name>
    <message>
        <source>Keep the drawing</source>
        <translation>保留手写</translation>
    </message>
    <message>
        <source>Keep what is on the canvas, as what you meant</source>
        <translation>按你所指的类别保留画布上的内容</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Keep the images of a folder: in folders called as the classes are, or with names that begin with a class</source>
        <translation>保留一个文件夹中的图像：放在以类别命名的文件夹中，或文件名以类别开头</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save all that is kept as NPZ, for NumPy: X and y</source>
        <translation>把保留的全部内容保存为 NPZ（用于 NumPy）：X 和 y</translation>
    </message>
    <message>
        <source>Export the own test set</source>
        <translation>导出自己的测试集</translation>
    </message>
    <message>
        <source>Wall and confusion</source>
        <translation>样本墙与混淆矩阵</translation>
    </message>
    <message>
        <source>The terms of Σ Cⁿ of this set, and its classes</source>
        <translation>这个集合的 Σ Cⁿ 的各项，以及它的类别</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the chosen example out of the set (Delete); Undo brings it back</source>
        <translation>把选中的样本移出测试集（Delete）；撤销可以恢复</translation>
    </message>
    <message>
        <source>Delete the chosen example</source>
        <translation>删除选中的样本</translation>
    </message>
    <message>
        <source>Click a tile to say what it is meant to be, or to delete it.</source>
        <translation>单击一张图，即可改它本应是什么，或把它删除。</translation>
    </message>
    <message>
        <source>Meant</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>What the chosen example is meant to be</source>
        <translation>选中的样本应为哪一类</translation>
    </message>
</context>
<context>
    <name>OwnPresenter</name>
    <message>
        <source>There is no drawing yet: draw one, or paste an image, then keep it.</source>
        <translation>还没有手写：先画一个，或粘贴一个图像，再保留它。</translation>
    </message>
    <message>
        <source>Your own test set is full: it holds {limit}. Delete some of them first.</source>
        <translation>你自己的测试集已满：最多 {limit} 个。请先删除一些。</translation>
    </message>
    <message>
        <source>Which one did you mean?</source>
        <translation>你画的是哪一个？</translation>
    </message>
    <message>
        <source>Keep a drawing</source>
        <translation>保留手写</translation>
    </message>
    <message>
        <source>Show the set</source>
        <translation>显示测试集</translation>
    </message>
    <message>
        <source>Kept in your own test set as a {label}.</source>
        <translation>已作为 {label} 保留到自己的测试集。</translation>
    </message>
    <message>
        <source>Delete from the own test set</source>
        <translation>从自己的测试集中删除</translation>
    </message>
    <message>
        <source>Change what is meant</source>
        <translation>更改应为的类别</translation>
    </message>
</context>
<context>
    <name>OwnSet</name>
    <message>
        <source>{count} of 16 × 16 pixels as they are</source>
        <translation>{count} 个 16 × 16 像素的图像保持原样</translation>
    </message>
    <message>
        <source>{count} of 28 × 28 averaged</source>
        <translation>{count} 个 28 × 28 的图像取平均</translation>
    </message>
    <message>
        <source>{count} scaled and centred like a drawing</source>
        <translation>{count} 个像手写一样缩放并居中</translation>
    </message>
    <message>
        <source>Images kept: {count}</source>
        <translation>保留的图像：{count} 个</translation>
    </message>
    <message>
        <source>Images kept: {count} ({how})</source>
        <translation>保留的图像：{count} 个（{how}）</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的测试集</translation>
    </message>
    <message>
        <source>Own test set: {count}, answers are being computed…</source>
        <translation>自己的测试集：{count} 个，正在计算判断…</translation>
    </message>
    <message>
        <source>Own test set: {right} of {count} right, Σ Cⁿ = {total}</source>
        <translation>自己的测试集：{count} 个中 {right} 个正确，Σ Cⁿ = {total}</translation>
    </message>
    <message>
        <source>1 more is kept and not shown: these data are other pictures, or have not its class</source>
        <translation>另有 1 个已保留但未显示：当前数据的图片不同，或没有它的类别</translation>
    </message>
    <message>
        <source>{count} more are kept and not shown: these data are other pictures, or have not their classes</source>
        <translation>另有 {count} 个已保留但未显示：当前数据的图片不同，或没有它们的类别</translation>
    </message>
    <message>
        <source>filled corner: wrong before θ was edited, {wrong} of {count}; below it: class → answer</source>
        <translation>填满的一角：θ 被手动修改之前判错，{count} 个中 {wrong} 个；下方：类别 → 判断</translation>
    </message>
    <message>
        <source>filled corner: wrong at update {update}, {wrong} of {count}; below it: class → answer</source>
        <translation>填满的一角：第 {update} 次更新时判错，{count} 个中 {wrong} 个；下方：类别 → 判断</translation>
    </message>
    <message>
        <source>Kept: {count}, and none of them is shown: these data are other pictures, or have not their classes. They are shown again with data that they fit.</source>
        <translation>已保留 {count} 个，但都未显示：当前数据的图片不同，或没有它们的类别。换成适合它们的数据时会重新显示。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. A drawing is ink on 16 × 16 pixels, and these data are others.</source>
        <translation>还没有保留任何样本。手写是 16 × 16 像素的墨迹，而当前数据不是。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Draw a digit, say which one you meant, and keep it; or import a folder of images. The network is never trained on them.</source>
        <translation>还没有保留任何样本。画一个数字，说明你画的是哪一个，然后保留它；或导入一个图像文件夹。网络从不用它们训练。</translation>
    </message>
</context>
<context>
    <name>PanelStrip</name>
    <message>
        <source>Folded panels</source>
        <translation>收起的面板</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Draw a digit: open or fold the panel</source>
        <translation>手写一个数字：展开或收起面板</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The numbers of a neuron: open or fold the panel</source>
        <translation>一个神经元的数值：展开或收起面板</translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation>总损失 L</translation>
    </message>
    <message>
        <source>The curve of L: open or fold the panel</source>
        <translation>L 的曲线：展开或收起面板</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
    <message>
        <source>The list of runs: open or fold the panel</source>
        <translation>各次训练的列表：展开或收起面板</translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>set {symbol}</source>
        <translation>设 {symbol}</translation>
    </message>
    <message>
        <source>The weight w</source>
        <translation>权重 w</translation>
    </message>
    <message>
        <source>The bias b</source>
        <translation>偏置 b</translation>
    </message>
    <message>
        <source>Type a number, or drag it to the left or right; the up and down keys step it</source>
        <translation>输入一个数，或按住它左右拖动；上、下键逐步增减</translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message>
        <source>Looking back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Begin a run of its own from this update; the old one is kept</source>
        <translation>从这次更新开始另一次训练；原来的保留</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>从这里分支</translation>
    </message>
    <message>
        <source>Back to the newest update</source>
        <translation>回到最新的更新</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>The picture is of an earlier update. The engine made it again from the state that it kept before it; ✓ says that a checksum recorded when it was first trained was met on the way: these are the same bits. What you change now begins a run of its own, from here.</source>
        <translation>图中是较早的一次更新。引擎从它之前保存的状态重新算出了它；✓ 表示途中与当初训练时记录的校验和一致：每一位都相同。现在改变什么，就从这里开始另一次训练。</translation>
    </message>
    <message>
        <source>Branch {letter} here</source>
        <translation>{letter} 从这里分支</translation>
    </message>
</context>
<context>
    <name>PatternPlot</name>
    <message>
        <source>Every pattern at the filter’s answer z</source>
        <translation>所有图样，按卷积核的回答 z 排列</translation>
    </message>
    <message>
        <source>A filter of the first layer looks at a few pixels, and each of them has ink or not: so there are only so many patterns that it can be shown. Each that occurs stands here at the answer z = Σ w + b over its ink; those of nearly the same z stand over each other, the most frequent lowest, and the more often one occurs in the training set, the stronger its colour. The bars below say how often each answer is given. Point at a pattern, or use the arrow keys, Home and End, to choose it.</source>
        <translation>第一层的卷积核只看几个像素，每个像素要么有墨、要么无墨：所以它可能遇到的图样就那么多。每种出现过的图样都按它的回答 z = Σ w + b（对有墨处求和）排列；z 相近的叠在一起，最常见的在最下面；在训练集中出现得越多，颜色越浓。下面的条表示每种回答给出得有多频繁。指向一种图样，或用方向键、Home 和 End 选择它。</translation>
    </message>
</context>
<context>
    <name>Penalties</name>
    <message>
        <source>L1 and L2</source>
        <translation>L1 与 L2</translation>
    </message>
</context>
<context>
    <name>PhasePresenter</name>
    <message>
        <source>The phases of an update are shown in the network: Esc leads back to it.</source>
        <translation>更新的各个阶段显示在网络中：按 Esc 返回网络。</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>The network as it was on screen when this dialog opened: the same connections, the same moment. At 2 and 4 times every mark is drawn anew, and so is sharp. SVG consists of lines, circles and texts, for print and to be worked on.</source>
        <translation>打开此对话框时屏幕上的网络：同样的连接，同一时刻。2 倍和 4 倍时每个标记都重新绘制，因此清晰。SVG 由线条、圆和文字组成，可供印刷和再加工。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind and size of the picture</source>
        <translation>图片的类型和大小</translation>
    </message>
    <message>
        <source>PNG, as on screen: {width} × {height} px</source>
        <translation>PNG，与屏幕相同：{width} × {height} 像素</translation>
    </message>
    <message>
        <source>PNG, 2 times: {width} × {height} px</source>
        <translation>PNG，2 倍：{width} × {height} 像素</translation>
    </message>
    <message>
        <source>PNG, 4 times: {width} × {height} px</source>
        <translation>PNG，4 倍：{width} × {height} 像素</translation>
    </message>
    <message>
        <source>SVG: lines, circles and texts, for any size</source>
        <translation>SVG：线条、圆和文字，任意大小</translation>
    </message>
    <message>
        <source>With a &amp;line under it: which run, which update</source>
        <translation>下方加一行(&amp;L)：哪次训练、哪次更新</translation>
    </message>
    <message>
        <source>The view itself does not say it</source>
        <translation>视图本身没有写明</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Back to the network (Esc)</source>
        <translation>回到网络（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PinCards</name>
    <message>
        <source>What else is pinned</source>
        <translation>还固定着什么</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Connection {before} → {after}, {gap}</source>
        <translation>连接 {before} → {after}，{gap}</translation>
    </message>
</context>
<context>
    <name>PlotTabs</name>
    <message>
        <source>Plots</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation>总损失 L</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>What is chosen here is kept for the next time. Every choice is taken at once.</source>
        <translation>这里的选择会保留到下次，并且立即生效。</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>首选项的各页</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>The language of every text</source>
        <translation>所有文字的语言</translation>
    </message>
    <message>
        <source>&amp;Size of type</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>Size of type, lines and spacing</source>
        <translation>文字、线条和间距的大小</translation>
    </message>
    <message>
        <source>&amp;Connections drawn</source>
        <translation>画出的连接(&amp;C)</translation>
    </message>
    <message>
        <source>How many connections of each neuron are drawn, the strongest first</source>
        <translation>每个神经元画出多少条连接，最强的优先</translation>
    </message>
    <message>
        <source>Every choice is taken at once, and kept for the next time.</source>
        <translation>每项选择立即生效，并保留到下次。</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>As Backlight came, keys too</source>
        <translation>恢复 Backlight 最初的设置，包括按键</translation>
    </message>
    <message>
        <source>Take changes back</source>
        <translation>撤回更改</translation>
    </message>
    <message>
        <source>As it was when this dialog opened</source>
        <translation>恢复到打开此对话框时的样子</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>&amp;Memory for the past, in MB</source>
        <translation>保存过去所用的内存（MB）(&amp;M)</translation>
    </message>
    <message>
        <source>States of all runs are kept in it to go back to. With less, fewer are kept, at once: to show an earlier update again takes longer.</source>
        <translation>其中保存各次训练的状态，以便回到过去。设得较小时，会立即少存一些状态：再次显示较早的更新需要更久。</translation>
    </message>
</context>
<context>
    <name>ProofPlot</name>
    <message>
        <source>C of the networks that were trained again, {updates} updates each</source>
        <translation>重新训练的网络的 C，各更新 {updates} 次</translation>
    </message>
    <message>
        <source>C of the networks that were trained again, 1 update each</source>
        <translation>重新训练的网络的 C，各更新 1 次</translation>
    </message>
    <message>
        <source>dashed: this network, {loss}</source>
        <translation>虚线：这个网络，{loss}</translation>
    </message>
    <message>
        <source>C of the networks that were trained again</source>
        <translation>重新训练的各网络的 C</translation>
    </message>
</context>
<context>
    <name>PullGallery</name>
    <message>
        <source>The arrow keys choose one, which the network shows; Enter goes there.</source>
        <translation>用方向键选一个，网络就显示它；按 Enter 回到网络。</translation>
    </message>
    <message>
        <source>Training examples that pulled the answer towards it</source>
        <translation>把回答拉向它的训练样本</translation>
    </message>
    <message>
        <source>Training examples that pulled the answer away from it</source>
        <translation>把回答拉离它的训练样本</translation>
    </message>
    <message>
        <source>The strongest come first. Below each picture stand its class and its influence Σ η ∇C·∇Cⁿ: by how much C of the shown example falls, to first order, where each of the named networks takes one step of plain gradient descent on this training example alone. The bars of both sides have one scale. A click shows the example in the network; Enter goes there.</source>
        <translation>最强的排在最前。每张图下面是它的类别和影响 Σ η ∇C·∇Cⁿ：如果所列的每个网络只在这个训练样本上做一步普通的梯度下降，所示样本的 C 在一阶近似下会下降多少。两边的条用同一个尺度。单击在网络中显示这个样本；按 Enter 回到网络。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>按下快捷键</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>Σ drawn / Σ all</source>
        <translation>Σ 画出的 / Σ 全部</translation>
    </message>
    <message>
        <source>mean ∂C/∂w of the batch, with L1 and L2</source>
        <translation>批次的平均 ∂C/∂w，含 L1 和 L2</translation>
    </message>
    <message>
        <source>the colour of each number</source>
        <translation>每个数的颜色</translation>
    </message>
    <message>
        <source>the number of full colour</source>
        <translation>最浓的颜色代表的数</translation>
    </message>
    <message>
        <source>a × 0, by dropout</source>
        <translation>a × 0（随机失活）</translation>
    </message>
    <message>
        <source>slope f′(z) over the test set</source>
        <translation>测试集上的斜率 f′(z)</translation>
    </message>
    <message>
        <source>what the connection shows</source>
        <translation>该连接所表示的量</translation>
    </message>
    <message>
        <source>largest mean a, by class</source>
        <translation>平均 a 最大的类别</translation>
    </message>
    <message>
        <source>how many neurons</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>y for every x</source>
        <translation>每个 x 的 y</translation>
    </message>
    <message>
        <source>the class of the largest y</source>
        <translation>y 最大的类别</translation>
    </message>
    <message>
        <source>which window is visited</source>
        <translation>正在看哪个窗口</translation>
    </message>
    <message>
        <source>which cell its block passes on</source>
        <translation>块中哪一格得以通过</translation>
    </message>
    <message>
        <source>what part is seen</source>
        <translation>看到的是哪一部分</translation>
    </message>
    <message>
        <source>which one is chosen</source>
        <translation>选中的是哪一个</translation>
    </message>
    <message>
        <source>number of the layer</source>
        <translation>层的序号</translation>
    </message>
    <message>
        <source>which example, ŷ</source>
        <translation>哪个样本，ŷ</translation>
    </message>
    <message>
        <source>the numbers of a phase</source>
        <translation>这一阶段的数</translation>
    </message>
    <message>
        <source>largest |δ| of the outputs</source>
        <translation>输出中最大的 |δ|</translation>
    </message>
    <message>
        <source>the numbers of full colour and size</source>
        <translation>最浓的颜色与最大的尺寸各代表的数</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>update {update}: mean Cⁿ {mean}</source>
        <translation>第 {update} 次更新：平均 Cⁿ {mean}</translation>
    </message>
    <message>
        <source>update {update}: L = {total}</source>
        <translation>第 {update} 次更新：L = {total}</translation>
    </message>
    <message>
        <source>When did it …?</source>
        <translation>什么时候……？</translation>
    </message>
    <message>
        <source>When was the test loss least?</source>
        <translation>测试损失何时最小？</translation>
    </message>
    <message>
        <source>When was L first under</source>
        <translation>L 何时第一次低于</translation>
    </message>
    <message>
        <source>A total loss L</source>
        <translation>一个总损失 L</translation>
    </message>
    <message>
        <source>Show the least test loss</source>
        <translation>显示测试损失最小的时候</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>还没有测量</translation>
    </message>
    <message>
        <source>Show where L was first under this number</source>
        <translation>显示 L 第一次低于这个数的时候</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>跳到那里</translation>
    </message>
    <message>
        <source>in the branch itself: {answer}</source>
        <translation>分支本身：{answer}</translation>
    </message>
    <message>
        <source>The first two: of the only update of this run at which L was measured. ✓: made again, with the same bits.</source>
        <translation>前两个问题：只看这次训练中唯一测量过 L 的那次更新。✓：重做过，每一位都相同。</translation>
    </message>
    <message>
        <source>first under {number}: {answer}</source>
        <translation>首次低于 {number}：{answer}</translation>
    </message>
    <message>
        <source>The training’s process has ended: “Retry” starts it again.</source>
        <translation>训练进程已结束：用“重试”重新启动它。</translation>
    </message>
    <message>
        <source>Since when is this example right for good?</source>
        <translation>从何时起这个样本一直判对？</translation>
    </message>
    <message>
        <source>Show since when this example is right</source>
        <translation>显示这个样本从何时起判对</translation>
    </message>
    <message>
        <source>When did this neuron die?</source>
        <translation>这个神经元何时失效？</translation>
    </message>
    <message>
        <source>Show where this neuron died</source>
        <translation>显示这个神经元何时失效</translation>
    </message>
    <message>
        <source>When did this weight change its sign?</source>
        <translation>这个权重何时改变符号？</translation>
    </message>
    <message>
        <source>Show where this weight changed its sign</source>
        <translation>显示这个权重何时改变符号</translation>
    </message>
    <message>
        <source>Which update changed θ most?</source>
        <translation>哪次更新对 θ 的改变最大？</translation>
    </message>
    <message>
        <source>Show the largest ‖Δθ‖</source>
        <translation>显示最大的 ‖Δθ‖</translation>
    </message>
    <message>
        <source>Neuron that is asked about</source>
        <translation>所问的神经元</translation>
    </message>
    <message>
        <source>Weight that is asked about</source>
        <translation>所问的权重</translation>
    </message>
    <message>
        <source>What was pointed at last, and what is pinned</source>
        <translation>最近指到的，以及固定的</translation>
    </message>
    <message>
        <source>Change of sign to go to</source>
        <translation>要转到的符号变化</translation>
    </message>
    <message>
        <source>The changes of sign, the last one first</source>
        <translation>符号的各次变化，最近的在前</translation>
    </message>
    <message>
        <source>The first two: of the updates of this run at which L was measured ({count}). ✓: made again, with the same bits.</source>
        <translation>前两个问题：只看这次训练中测量过 L 的 {count} 次更新。✓：重做过，每一位都相同。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look no closer</source>
        <translation>不再细看</translation>
    </message>
    <message>
        <source>Point at a hidden neuron in the network, or pin it.</source>
        <translation>请在网络中指向一个隐藏层神经元，或把它固定。</translation>
    </message>
    <message>
        <source>Point at a connection in the network (with the keyboard: Shift and the arrow keys), or pin it.</source>
        <translation>请在网络中指向一条连接（用键盘：Shift 加方向键），或把它固定。</translation>
    </message>
    <message>
        <source>There are no classes to be right about.</source>
        <translation>没有类别，也就没有判对与否。</translation>
    </message>
    <message>
        <source>No class is known to be right for it.</source>
        <translation>不知道它的正确类别。</translation>
    </message>
    <message>
        <source>Only ReLU’s slope is 0 wherever z ≤ 0: with {activation} no neuron dies so.</source>
        <translation>只有 ReLU 在 z ≤ 0 处斜率都为 0：用 {activation} 时神经元不会这样失效。</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>about {count} s</source>
        <translation>约 {count} 秒</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <translation>约 {count} 分钟</translation>
    </message>
    <message>
        <source>about {count} h</source>
        <translation>约 {count} 小时</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>between updates {before} and {after}</source>
        <translation>第 {before} 次与第 {after} 次更新之间</translation>
    </message>
    <message>
        <source>{done} of {total} updates made again, {left} left</source>
        <translation>已重做 {done} / {total} 次更新，还需{left}</translation>
    </message>
    <message>
        <source>not now: the answer is wrong after update {update}</source>
        <translation>现在不是：第 {update} 次更新后判错</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>从一开始</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>从{when}起</translation>
    </message>
    <message>
        <source>right at each of the {count} states looked at, from update 0 to {update}</source>
        <translation>从第 0 次到第 {update} 次更新，看过的 {count} 个状态都答对</translation>
    </message>
    <message>
        <source>wrong after update {before}, right after update {after}</source>
        <translation>第 {before} 次更新后答错，第 {after} 次更新后答对</translation>
    </message>
    <message>
        <source>dead since the beginning</source>
        <translation>从一开始就失效</translation>
    </message>
    <message>
        <source>states between: with {few} examples each</source>
        <translation>其间的状态各用 {few} 个样本</translation>
    </message>
    <message>
        <source>dead at each of the {count} states looked at, from update 0 to {update}</source>
        <translation>从第 0 次到第 {update} 次更新，看过的 {count} 个状态都失效</translation>
    </message>
    <message>
        <source>not dead after update {before}, dead after update {after}</source>
        <translation>第 {before} 次更新后没有失效，第 {after} 次更新后失效</translation>
    </message>
    <message>
        <source>changes of sign: {count}</source>
        <translation>符号改变次数：{count}</translation>
    </message>
    <message>
        <source>changes of sign: at least {count}</source>
        <translation>符号改变次数：至少 {count}</translation>
    </message>
    <message>
        <source>states looked at: {count}</source>
        <translation>看过的状态：{count}</translation>
    </message>
    <message>
        <source>no change among the {count} states looked at, from update 0 to {update}</source>
        <translation>从第 0 次到第 {update} 次更新，看过的 {count} 个状态之间没有改变</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Exact update: {time}</source>
        <translation>确切的更新：{time}</translation>
    </message>
    <message>
        <source>Every update: {time}</source>
        <translation>每次更新：{time}</translation>
    </message>
    <message>
        <source>Makes all updates again that can change the answer, and looks after each</source>
        <translation>重做所有可能改变答案的更新，每次之后都看</translation>
    </message>
    <message>
        <source>looking closer</source>
        <translation>正在细查</translation>
    </message>
    <message>
        <source>the only update with an exact L</source>
        <translation>测得精确 L 的唯一一次更新</translation>
    </message>
    <message>
        <source>the {count} updates with an exact L</source>
        <translation>测得精确 L 的 {count} 次更新</translation>
    </message>
    <message>
        <source>{updates}, with the last edit after each</source>
        <translation>{updates}，看的是其后最后一次手动修改的结果</translation>
    </message>
    <message>
        <source>{answer}, of {updates}</source>
        <translation>{answer}（只看{updates}）</translation>
    </message>
    <message>
        <source>at none of {updates}</source>
        <translation>都没有（只看{updates}）</translation>
    </message>
    <message>
        <source>not at {updates}</source>
        <translation>没有（只看{updates}）</translation>
    </message>
    <message>
        <source>{done} of {total} updates made again</source>
        <translation>已重做 {done} / {total} 次更新</translation>
    </message>
    <message>
        <source>Update {update} is shown; what is found closer is shown next.</source>
        <translation>现在显示第 {update} 次更新；细查的结果一找到就显示。</translation>
    </message>
    <message>
        <source>wrong after update {before}, right after update {after} and after update {update}</source>
        <translation>第 {before} 次更新后答错，第 {after} 次更新后和第 {update} 次更新后答对</translation>
    </message>
    <message>
        <source>wrong after update {before}, right after update {after} and at each of the {count} states looked at after that, up to update {update}</source>
        <translation>第 {before} 次更新后答错，第 {after} 次更新后答对，此后到第 {update} 次更新为止看过的 {count} 个状态也都答对</translation>
    </message>
    <message>
        <source>it is not dead: after update {update} z &gt; 0 for some test example</source>
        <translation>它没有失效：第 {update} 次更新后有测试样本使 z &gt; 0</translation>
    </message>
    <message>
        <source>not dead after update {before}, dead after update {after} and after update {update}</source>
        <translation>第 {before} 次更新后没有失效，第 {after} 次更新后和第 {update} 次更新后失效</translation>
    </message>
    <message>
        <source>not dead after update {before}, dead after update {after} and at each of the {count} states looked at after that, up to update {update}</source>
        <translation>第 {before} 次更新后没有失效，第 {after} 次更新后失效，此后到第 {update} 次更新为止看过的 {count} 个状态也都失效</translation>
    </message>
    <message>
        <source>z ≤ 0 for each of {count} test examples, then and after update {update}</source>
        <translation>当时和第 {update} 次更新后，所看的 {count} 个测试样本的 z 都 ≤ 0</translation>
    </message>
    <message>
        <source>z ≤ 0 for 1 test example, then and after update {update}</source>
        <translation>当时和第 {update} 次更新后，所看的 1 个测试样本的 z 都 ≤ 0</translation>
    </message>
    <message>
        <source>after update {update}: w = {value}</source>
        <translation>第 {update} 次更新后：w = {value}</translation>
    </message>
    <message>
        <source>not yet, at update {update}</source>
        <translation>到第 {update} 次更新为止还没有</translation>
    </message>
    <message>
        <source>update {update}: ‖Δθ‖ = {norm} · every update up to {last} was looked at</source>
        <translation>第 {update} 次更新：‖Δθ‖ = {norm} · 到第 {last} 次为止，每次更新都看过</translation>
    </message>
    <message>
        <source>Makes the updates between two states looked at again, and looks after each</source>
        <translation>重做看过的两个状态之间的更新，每次之后都看</translation>
    </message>
    <message>
        <source>{count} updates</source>
        <translation>{count} 次更新</translation>
    </message>
    <message>
        <source>every update up to {update} was looked at</source>
        <translation>到第 {update} 次为止，每次更新都看过</translation>
    </message>
    <message>
        <source>every update up to {update} was looked at, with the last edit after each</source>
        <translation>到第 {update} 次为止，每次更新都看过，看的是其后最后一次手动修改的结果</translation>
    </message>
</context>
<context>
    <name>RaceCurves</name>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>accuracy on moved digits</source>
        <translation>移动后的数字的准确率</translation>
    </message>
    <message>
        <source>Accuracy on moved digits</source>
        <translation>移动后的数字的准确率</translation>
    </message>
    <message>
        <source>The share of test digits that each network answers right, where they stand and where they are moved by one or two pixels. Each point was measured by the engine of all three networks at one update.</source>
        <translation>每个网络答对的测试数字所占的比例：在原位，以及移动一个或两个像素后。每个点都由引擎在同一次更新时对三个网络测得。</translation>
    </message>
</context>
<context>
    <name>RacePanel</name>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Three more runs from the same start</source>
        <translation>从同一起点再开始三次训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train no further; the exact L of here follows</source>
        <translation>不再训练；随后给出此处精确的 L</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Train the three on, if all stand at the same batch</source>
        <translation>若三者处在同一批次，就一起继续训练</translation>
    </message>
    <message>
        <source>Train the three on</source>
        <translation>继续训练这三个网络</translation>
    </message>
    <message>
        <source>Train the three</source>
        <translation>训练这三个</translation>
    </message>
    <message>
        <source>Begin three runs from the same start, and train them together</source>
        <translation>从同一起点开始三次训练，并一起进行</translation>
    </message>
    <message>
        <source>The race of the three</source>
        <translation>三者的比赛</translation>
    </message>
    <message>
        <source>{optimizer}, η = {rate}, batch {batch}</source>
        <translation>{optimizer}，η = {rate}，批次 {batch}</translation>
    </message>
    <message>
        <source>All three begin as the same function, and are trained on the same batches: {settings}.</source>
        <translation>三者以同一个函数开始，并用相同的批次训练：{settings}。</translation>
    </message>
    <message>
        <source>All three begin as the same function, and are trained on the same batches, but not alike – {settings}.</source>
        <translation>三者以同一个函数开始，并用相同的批次训练，但设置不同——{settings}。</translation>
    </message>
    <message>
        <source>Optimizer, η, batch and other settings of the training that you change are changed for all three.</source>
        <translation>更改优化器、η、批次及其他训练设置，对三者同时生效。</translation>
    </message>
    <message>
        <source>The race ends at update {updates}; Run goes on.</source>
        <translation>比赛在第 {updates} 次更新结束；“运行”可以继续。</translation>
    </message>
    <message>
        <source>They are runs of their own: your network stays as it is.</source>
        <translation>它们是单独的训练：你的网络保持原样。</translation>
    </message>
    <message>
        <source>All have the same settings: {settings}.</source>
        <translation>三者的设置相同：{settings}。</translation>
    </message>
    <message>
        <source>Their settings differ – {settings}.</source>
        <translation>三者的设置不同——{settings}。</translation>
    </message>
    <message>
        <source>The three are not trained together any more.</source>
        <translation>三者已不再一起训练。</translation>
    </message>
    <message>
        <source>“Run” trains them on together if all stand at the same batch, else none of them; “Begin anew” trains three from their start.</source>
        <translation>若三者处在同一批次，“运行”会一起继续训练，否则一个也不训练；“重新开始”从它们的起点再训练三个。</translation>
    </message>
    <message>
        <source>“{name}” had batches of another size.</source>
        <translation>“{name}”的批次大小不同。</translation>
    </message>
    <message>
        <source>“{name}” stood at another batch.</source>
        <translation>“{name}”处在另一个批次。</translation>
    </message>
    <message>
        <source>“{name}” has diverged.</source>
        <translation>“{name}”已发散。</translation>
    </message>
    <message>
        <source>They were not trained alike from the start: nothing is marked as the best.</source>
        <translation>三者并非从起点就以相同方式训练：不标出最好的。</translation>
    </message>
    <message>
        <source>Settings were changed on the way, in all three alike.</source>
        <translation>途中更改过设置，三者相同。</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>The three networks</source>
        <translation>三个网络</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>最近打开的文件</translation>
    </message>
</context>
<context>
    <name>ReportPresenter</name>
    <message>
        <source>Versions, settings and the end of the log are on the clipboard: paste them into your report.</source>
        <translation>版本、设置和日志末尾已在剪贴板中：请粘贴到你的报告里。</translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>edited by hand, last at update {update}</source>
        <translation>手动修改过，最近一次在第 {update} 次更新后</translation>
    </message>
    <message>
        <source>edited by hand at update {update}</source>
        <translation>第 {update} 次更新后手动修改过</translation>
    </message>
    <message>
        <source>since update {update}: {settings}</source>
        <translation>第 {update} 次更新起：{settings}</translation>
    </message>
</context>
<context>
    <name>RunPresenter</name>
    <message>
        <source>A new network on {train} examples, {test} more for the test; inputs: {inputs}.</source>
        <translation>用 {train} 个样本训练新网络，另有 {test} 个用于测试；输入：{inputs}。</translation>
    </message>
    <message>
        <source>A new network on {train} examples, {test} more for the test; inputs: {inputs}, classes: {classes}.</source>
        <translation>用 {train} 个样本训练新网络，另有 {test} 个用于测试；输入：{inputs}，类别：{classes}。</translation>
    </message>
    <message>
        <source>A new network on 1 example, {test} more for the test; inputs: {inputs}, classes: {classes}.</source>
        <translation>用 1 个样本训练新网络，另有 {test} 个用于测试；输入：{inputs}，类别：{classes}。</translation>
    </message>
    <message>
        <source>A new network on 1 example, {test} more for the test; inputs: {inputs}.</source>
        <translation>用 1 个样本训练新网络，另有 {test} 个用于测试；输入：{inputs}。</translation>
    </message>
    <message>
        <source>Columns that are one number in all training examples, and so tell nothing: {count} of {inputs}.</source>
        <translation>{inputs} 列中有 {count} 列在所有训练样本中都是同一个数，因此不含任何信息。</translation>
    </message>
    <message>
        <source>Its layers for pictures did not fit these data: it has the default dense ones now.</source>
        <translation>网络中读取图像的层不适合这些数据：现在换成默认的全连接层。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. Training is paused.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出。训练已暂停。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write, which it would not be with the weight as it was before it was set by hand. Training is paused: set the weight back, or rewind.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出；如果权重还是手动设置之前的值，就不会溢出。训练已暂停：请改回该权重，或回到起点。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write, and is so with the initial weights, too, before any update: they are too large for this network. Begin with smaller ones: Function set, More.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出；用初始权重、不做任何更新，也同样溢出：初始权重对这个网络太大。请在“函数集”的“更多”中选择小一些的初始权重。</translation>
    </message>
    <message>
        <source>Update {update}: {what} is too large to write, so no update was made: the initial weights are too large for this network. Begin with smaller ones: Function set, More.</source>
        <translation>第 {update} 次更新：{what}数值溢出，因此没有进行任何更新：初始权重对这个网络太大。请在“函数集”的“更多”中选择小一些的初始权重。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} without what was set by hand, it can be made, and so can {more} more. Training is paused; rewind, or begin a run from an update before.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出。{again}，去掉手动设置的参数，这次更新可以进行，之后的 {more} 次也可以。训练已暂停；请回到起点，或从之前的某次更新开始新的训练。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. What has made it so was not found. Training is paused; rewind, or begin a run from an update before.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出。没有查明原因。训练已暂停；请回到起点，或从之前的某次更新开始新的训练。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} at a learning rate of {held}, which was up to {value}, it can be made, and so can {more} more. Training is paused; rewind, and keep it smaller.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出。{again}，学习率始终为 {held}（原来最大为 {value}），这次更新可以进行，之后的 {more} 次也可以。训练已暂停；请回到起点，并用小一些的学习率。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} at a learning rate that moves nothing, it can be made: that of {value} is too high for these weights. Training is paused; rewind, then take a smaller rate.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出。{again}，用不改变参数的极小学习率，这次更新可以进行：对这些权重，学习率 {value} 太高。训练已暂停；请回到起点，然后用小一些的学习率。</translation>
    </message>
    <message>
        <source>Update {update}: {what} is too large to write: the learning rate of {value} is too high for this network. Training is paused; rewind, then take a smaller rate.</source>
        <translation>第 {update} 次更新：{what}数值溢出：学习率 {value} 对这个网络太高。训练已暂停；请回到起点，然后用小一些的学习率。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} without {penalty}, which was up to {value}, it can be made, and so can {more} more. Training is paused; rewind, and keep it smaller.</source>
        <translation>第 {update} 次更新没有进行：{what}数值溢出。{again}，去掉 {penalty}（原来最大为 {value}），这次更新可以进行，之后的 {more} 次也可以。训练已暂停；请回到起点，并使它小一些。</translation>
    </message>
    <message>
        <source>Made again from the beginning</source>
        <translation>从头重新训练</translation>
    </message>
    <message>
        <source>Made again from update {since} on</source>
        <translation>从第 {since} 次更新起重新训练</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>the optimizer’s running sum of gradients</source>
        <translation>优化器累积的梯度之和</translation>
    </message>
    <message>
        <source>a C of its batch</source>
        <translation>批次中某个样本的 C</translation>
    </message>
    <message>
        <source>the gradient of its batch</source>
        <translation>批次的梯度</translation>
    </message>
    <message>
        <source>a parameter after it</source>
        <translation>更新后的一个参数</translation>
    </message>
    <message>
        <source>Stopped early, at update {update}: of the ends of epochs since update {since}, the test loss was least at update {best}. Space goes on.</source>
        <translation>已在第 {update} 次更新早停：从第 {since} 次更新起，在各轮次结束时的测试损失中，第 {best} 次更新时的最小。按空格继续。</translation>
    </message>
    <message>
        <source>All three of the race have this setting now.</source>
        <translation>比赛中的三者现在都用这一设置。</translation>
    </message>
    <message>
        <source>η × {factor} every {period} updates.</source>
        <translation>每 {period} 次更新 η × {factor}。</translation>
    </message>
    <message>
        <source>η × {factor} at every update.</source>
        <translation>每次更新 η × {factor}。</translation>
    </message>
    <message>
        <source>η stays as it is.</source>
        <translation>η 保持不变。</translation>
    </message>
    <message>
        <source>So it is for all three of the race.</source>
        <translation>比赛中的三者都是如此。</translation>
    </message>
    <message>
        <source>The training’s process has ended. Another one goes on from update {update}, which was saved last.</source>
        <translation>训练进程已结束。新的进程从第 {update} 次更新（最近一次保存）继续。</translation>
    </message>
    <message>
        <source>The training’s process has ended again. Another one goes on from update {update}, which was saved last, without what was asked for since: that may have ended it. If you wish, ask for it again.</source>
        <translation>训练进程又结束了。新的进程从最近保存的第 {update} 次更新继续；此后最先要求的操作可能正是原因，因此没有执行。如有需要，请再操作一次。</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Back at the same initial weights, update 0.</source>
        <translation>回到同样的初始权重，第 0 次更新。</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的初始权重</translation>
    </message>
    <message>
        <source>New initial weights, seed {seed}.</source>
        <translation>新的初始权重，种子 {seed}。</translation>
    </message>
    <message>
        <source>A new network. Its outputs are any numbers, so C is the squared error now.</source>
        <translation>新的网络。它的输出是任意数，所以 C 现在是平方误差。</translation>
    </message>
    <message>
        <source>Change the initial weights</source>
        <translation>更改初始权重</translation>
    </message>
    <message>
        <source>A new start in the same function set. The old network is kept.</source>
        <translation>同一个函数集里的新起点。原来的网络已保留。</translation>
    </message>
    <message>
        <source>Change the structure</source>
        <translation>改变结构</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>更换数据</translation>
    </message>
    <message>
        <source>A new network: another function set, another start. The old one is kept.</source>
        <translation>新的网络：另一个函数集，另一个起点。原来的网络已保留。</translation>
    </message>
    <message>
        <source>Settings that suit it</source>
        <translation>适合它的设置</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>更换损失</translation>
    </message>
    <message>
        <source>Another loss: begun again at the same initial weights. The old network is kept.</source>
        <translation>换了损失：从相同的初始权重重新开始。原来的网络已保留。</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>The learning rate η comes with it: {before} → {after}.</source>
        <translation>学习率 η 随之改变：{before} → {after}。</translation>
    </message>
    <message>
        <source>Batch: {before} → {after}.</source>
        <translation>批次：{before} → {after}。</translation>
    </message>
    <message>
        <source>all {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Paused: another network is on screen. Space trains it.</source>
        <translation>已暂停：换成了另一个网络。按空格训练它。</translation>
    </message>
    <message>
        <source>No ink was found in {blank} of the {train} pictures: a drawing must be darker, or brighter, than its edge.</source>
        <translation>{train} 张图像中有 {blank} 张没有发现墨迹：图案必须比图像边缘更暗或更亮。</translation>
    </message>
    <message>
        <source>{message} Paused: Space trains it.</source>
        <translation>{message}已暂停：按空格训练它。</translation>
    </message>
    <message>
        <source>Stopped early, at update {update}: of the ends of epochs, the test loss was least at update {best}. Space goes on.</source>
        <translation>已在第 {update} 次更新早停：在各轮次结束时的测试损失中，第 {best} 次更新时的最小。按空格继续。</translation>
    </message>
    <message>
        <source>A new run begins with the weights of {name}: {sizes}.</source>
        <translation>新的训练从 {name} 的权重开始：{sizes}。</translation>
    </message>
    <message>
        <source>The file does not name the activation of its output: {output} is assumed.</source>
        <translation>文件没有说明输出层的激活函数：假定为 {output}。</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>打开权重</translation>
    </message>
    <message>
        <source>A run of its own from update {update} on. The old one is kept.</source>
        <translation>从第 {update} 次更新起是另一次训练。原来的保留。</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Show another run</source>
        <translation>显示另一次训练</translation>
    </message>
</context>
<context>
    <name>RunTree</name>
    <message>
        <source>Hidden: it is in this list only.</source>
        <translation>已隐藏：只出现在这个列表里。</translation>
    </message>
    <message>
        <source>Other examples or another loss: its L is no number to be put beside this one’s.</source>
        <translation>样本或损失不同：它的 L 不能与这一次的 L 放在一起比较。</translation>
    </message>
    <message>
        <source>{run}, on screen</source>
        <translation>{run}，正在显示</translation>
    </message>
    <message>
        <source>{run}, hidden</source>
        <translation>{run}，已隐藏</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>取消隐藏</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
    <message>
        <source>Every run under the one that it branches from, called by what differs in it. A check puts its curve into the plot of L, up to eight at once, each with its dash (V). Enter shows a run, F2 renames it, H hides it, Delete deletes it; Undo brings it back. The menu shows a run beside the one on screen, and asks whether the two are the same solution.</source>
        <translation>每次训练列在它从中分支出来的训练之下，以不同之处命名。勾选即把它的曲线放入 L 的图中，最多八条，各有自己的线型（V）。Enter 显示一次训练，F2 重命名，H 隐藏，Delete 删除；撤销可恢复。菜单可把一次训练显示在屏幕上的训练旁边，也可检验二者是不是同一个解。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Least of test curve</source>
        <translation>测试曲线 最小值</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Training right</source>
        <translation>训练集 正确</translation>
    </message>
    <message>
        <source>Test right</source>
        <translation>测试集 正确</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>显示这次训练</translation>
    </message>
    <message>
        <source>Curve in the plot</source>
        <translation>曲线图中的曲线</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Two solutions? Compare with the run on screen</source>
        <translation>两个不同的解吗？与屏幕上的训练比较</translation>
    </message>
    <message>
        <source>{total} at {update}</source>
        <translation>{total}（第 {update} 次）</translation>
    </message>
    <message>
        <source>Show it beside this one</source>
        <translation>显示在旁边</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>这次训练的名称</translation>
    </message>
</context>
<context>
    <name>RunTreePresenter</name>
    <message>
        <source>Rename a run</source>
        <translation>重命名一次训练</translation>
    </message>
    <message>
        <source>The run on screen cannot be hidden: show another one first.</source>
        <translation>正在显示的训练不能隐藏：请先显示另一次训练。</translation>
    </message>
    <message>
        <source>Hide a run</source>
        <translation>隐藏一次训练</translation>
    </message>
    <message>
        <source>Show a hidden run</source>
        <translation>显示隐藏的训练</translation>
    </message>
    <message>
        <source>hidden: {run}</source>
        <translation>已隐藏：{run}</translation>
    </message>
    <message>
        <source>no longer hidden: {run}</source>
        <translation>不再隐藏：{run}</translation>
    </message>
    <message>
        <source>Eight curves are in the plot: no more can be told apart by their dashes.</source>
        <translation>曲线图中已有八条曲线：再多就无法用虚线区分了。</translation>
    </message>
    <message>
        <source>curve in the plot: {run}</source>
        <translation>曲线已放入曲线图：{run}</translation>
    </message>
    <message>
        <source>curve taken away: {run}</source>
        <translation>曲线已从曲线图移除：{run}</translation>
    </message>
    <message>
        <source>The curve of the run on screen is always in the plot.</source>
        <translation>正在显示的训练，其曲线始终在曲线图中。</translation>
    </message>
    <message>
        <source>A hidden run has no curve in the plot: H shows the run again.</source>
        <translation>已隐藏的训练在曲线图中没有曲线：按 H 可重新显示它。</translation>
    </message>
    <message>
        <source>L of this run is of other examples, or by another loss: its curve is not drawn beside this one.</source>
        <translation>这次训练的 L 属于别的样本，或用的是另一种损失：它的曲线不与正在显示的曲线画在一起。</translation>
    </message>
    <message>
        <source>This is the only run; it stays.</source>
        <translation>这是唯一的一次训练，予以保留。</translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation>删除一次训练</translation>
    </message>
    <message>
        <source>Deleted: {run}</source>
        <translation>已删除：{run}</translation>
    </message>
</context>
<context>
    <name>SeenWords</name>
    <message>
        <source>Each C as last seen</source>
        <translation>最近所见的每个 C</translation>
    </message>
    <message>
        <source>Σ C = {total}: L before update {update}</source>
        <translation>Σ C = {total}：第 {update} 次更新之前的 L</translation>
    </message>
    <message>
        <source>Σ C = {total}, not L</source>
        <translation>Σ C = {total}，不是 L</translation>
    </message>
    <message>
        <source>as last seen, up to update {update}</source>
        <translation>最近所见，截至第 {update} 次更新</translation>
    </message>
    <message>
        <source>as last seen, updates {first} to {last}</source>
        <translation>最近所见，更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>hatched: {count} last seen after update {update}, so not known there</source>
        <translation>斜线：{count} 个最近一次出现在第 {update} 次更新之后，因此那时的值未知</translation>
    </message>
    <message>
        <source>hatched: {count}, what batches said is recorded from update {first} on</source>
        <translation>斜线：{count} 个，从第 {first} 次更新起才记录批次的结果</translation>
    </message>
    <message>
        <source>hatched: {count} in no batch yet: train to see them</source>
        <translation>斜线：{count} 个尚未出现在任何批次中：训练后即可看到</translation>
    </message>
    <message>
        <source>hatched: {count} in no batch of updates {first} to {last}</source>
        <translation>斜线：{count} 个未出现在更新 {first} 至 {last} 的任何批次中</translation>
    </message>
    <message>
        <source>hatched: {count} last seen with another loss</source>
        <translation>斜线：{count} 个最近所见时用的是另一种损失</translation>
    </message>
    <message>
        <source>filled corner: wrong when last seen, {wrong} of {count}</source>
        <translation>实心角：最近所见时答错，{count} 个中有 {wrong} 个</translation>
    </message>
    <message>
        <source>full shade: wrong when last seen, {wrong} of {count}</source>
        <translation>最醒目的点：最近所见时答错，{count} 个中有 {wrong} 个</translation>
    </message>
    <message>
        <source>all were in one batch: each C is of the same θ</source>
        <translation>全部样本在同一个批次中：每个 C 属于同一个 θ</translation>
    </message>
    <message>
        <source>each C is of the θ before its own update, so their sum is not L</source>
        <translation>每个 C 属于各自更新之前的 θ，所以它们的和不是 L</translation>
    </message>
    <message>
        <source>answers with dropout in force</source>
        <translation>回答时随机失活生效</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未见</translation>
    </message>
    <message>
        <source>wrong when last seen</source>
        <translation>最近所见时答错</translation>
    </message>
    <message>
        <source>right when last seen</source>
        <translation>最近所见时正确</translation>
    </message>
    <message>
        <source>C as last seen is not known here.</source>
        <translation>这里不知道最近所见的 C。</translation>
    </message>
    <message>
        <source>C = −ln y = {loss},  {y}, as last seen at update {update} (before that update)</source>
        <translation>C = −ln y = {loss}，{y}，最近所见于第 {update} 次更新（更新之前）</translation>
    </message>
    <message>
        <source>C = {loss}, as last seen at update {update} (before that update)</source>
        <translation>C = {loss}，最近所见于第 {update} 次更新（更新之前）</translation>
    </message>
    <message>
        <source>number {rank} of {count} seen by C, the largest first</source>
        <translation>按 C 从大到小，在 {count} 个所见样本中排第 {rank}</translation>
    </message>
    <message>
        <source>All y, and y over the run: exact only</source>
        <translation>全部 y 与 y 的变化：仅有精确值时显示</translation>
    </message>
    <message>
        <source>shares of L: exact only</source>
        <translation>占 L 的份额：仅限精确值</translation>
    </message>
    <message>
        <source>shares of L: exact only; these C are of different θ</source>
        <translation>占 L 的份额：仅限精确值；这些 C 属于不同的 θ</translation>
    </message>
    <message>
        <source>{moment}: {count} of {all} examples</source>
        <translation>{moment}：{all} 个样本中的 {count} 个</translation>
    </message>
    <message>
        <source>Only examples of the training set are ever in a batch</source>
        <translation>只有训练集的样本才会出现在批次中</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>What is selected</source>
        <translation>选中了什么</translation>
    </message>
    <message>
        <source>Select no example any more (Esc)</source>
        <translation>不再选中任何样本（Esc）</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>全部取消选中</translation>
    </message>
    <message>
        <source>Se&amp;lect these</source>
        <translation>选中这些(&amp;L)</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>框选(&amp;L)</translation>
    </message>
    <message>
        <source>Select the examples of the chosen cell, row or column</source>
        <translation>选中所选格子、行或列的样本</translation>
    </message>
    <message>
        <source>A drag over the wall selects what it frames, as with Shift; off, it moves the wall</source>
        <translation>在墙上拖动会选中框内的样本，与按住 Shift 一样；关闭时，拖动移动墙</translation>
    </message>
</context>
<context>
    <name>SelectionPresenter</name>
    <message>
        <source>No example is selected any more.</source>
        <translation>不再选中任何样本。</translation>
    </message>
</context>
<context>
    <name>SelectionWords</name>
    <message>
        <source>1 digit selected</source>
        <translation>选中 1 个数字</translation>
    </message>
    <message>
        <source>1 example selected</source>
        <translation>选中 1 个样本</translation>
    </message>
    <message>
        <source>{count} digits selected</source>
        <translation>选中 {count} 个数字</translation>
    </message>
    <message>
        <source>{count} examples selected</source>
        <translation>选中 {count} 个样本</translation>
    </message>
    <message>
        <source>{share} of Σ C</source>
        <translation>占 Σ C 的 {share}</translation>
    </message>
    <message>
        <source>{share} of L</source>
        <translation>占 L 的 {share}</translation>
    </message>
    <message>
        <source>{selected}: {whole}, exact at update {update}</source>
        <translation>{selected}：{whole}，更新 {update} 时的精确值</translation>
    </message>
    <message>
        <source>{selected}: {whole}, {right} right, exact at update {update}</source>
        <translation>{selected}：{whole}，{right} 正确，更新 {update} 时的精确值</translation>
    </message>
    <message>
        <source>{selected}: {seen} of them seen; their share of L: exact only</source>
        <translation>{selected}：其中 {seen} 个已见；占 L 的份额：仅限精确值</translation>
    </message>
    <message>
        <source>a bar in a cell: the share of it that is selected; a bracket: a selected one</source>
        <translation>单元格中的条：其中选中的比例；角括线：选中的样本</translation>
    </message>
    <message>
        <source>a line is around the cells that have a selected one</source>
        <translation>含有所选样本的格子以线围住</translation>
    </message>
    <message>
        <source>all others are veiled; close up, a bracket marks the selected ones</source>
        <translation>其余的被遮暗；放大后，角括线标出选中的样本</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{text} ({note})</source>
        <translation>{text}（{note}）</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The curves in {name} can’t be read; everything else is as it was.</source>
        <translation>{name} 中的曲线无法读取；其余一切如初。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>{name} could not be saved. {reason}</source>
        <translation>无法保存 {name}。{reason}</translation>
    </message>
    <message>
        <source>{name} could not be opened. {reason}</source>
        <translation>无法打开 {name}。{reason}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>仍然替换</translation>
    </message>
    <message>
        <source>Backlight’s sessions</source>
        <translation>Backlight 会话文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>SessionProgressPresenter</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{name} was not saved: what is in the file, if there is one, is as it was.</source>
        <translation>{name} 未保存：若文件已存在，其中的内容保持原样。</translation>
    </message>
    <message>
        <source>{name} was not opened: everything is as it was.</source>
        <translation>{name} 未打开：一切保持原样。</translation>
    </message>
    <message>
        <source>Saving {name}… waits for the training’s process, which has not answered yet.</source>
        <translation>正在保存 {name}… 正在等待训练进程，它尚未响应。</translation>
    </message>
    <message>
        <source>Opening {name}… waits for the training’s process, which has not answered yet.</source>
        <translation>正在打开 {name}… 正在等待训练进程，它尚未响应。</translation>
    </message>
    <message>
        <source>Saving {name}… The training waits meanwhile.</source>
        <translation>正在保存 {name}… 训练在此期间暂停等待。</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>正在保存 {name}…</translation>
    </message>
    <message>
        <source>{name} may not have been saved: the training’s process has ended meanwhile. Save it again.</source>
        <translation>{name} 可能没有保存好：训练进程在此期间结束了。请重新保存。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>{name} was not opened: the training’s process has ended meanwhile.</source>
        <translation>{name} 未打开：训练进程在此期间结束了。</translation>
    </message>
</context>
<context>
    <name>SessionRefusal</name>
    <message>
        <source>It is not there: choose a file that is there.</source>
        <translation>文件不存在：请选择存在的文件。</translation>
    </message>
    <message>
        <source>It may not be read: choose a file that you may read.</source>
        <translation>没有读取权限：请选择可以读取的文件。</translation>
    </message>
    <message>
        <source>It is no ordinary file: choose a file.</source>
        <translation>它不是普通文件：请选择一个文件。</translation>
    </message>
    <message>
        <source>It could not be read ({reason}): try again, or choose another file.</source>
        <translation>无法读取（{reason}）：请重试，或选择其他文件。</translation>
    </message>
    <message>
        <source>It has {count} bytes, or would have them: a session has {limit} at most.</source>
        <translation>它有（或将有）{count} 字节：会话文件最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>It is no session that Backlight has saved: choose one, or open it as data.</source>
        <translation>它不是 Backlight 保存的会话文件：请另选一个，或把它作为数据打开。</translation>
    </message>
    <message>
        <source>It is damaged ({reason}): take another copy of it.</source>
        <translation>文件已损坏（{reason}）：请使用它的另一份副本。</translation>
    </message>
    <message>
        <source>It is of version {version}, which this Backlight does not know: open it with a newer one.</source>
        <translation>它的版本是 {version}，这个 Backlight 不认识：请用更新的版本打开。</translation>
    </message>
    <message>
        <source>{where} has {field}, which this Backlight does not know: open it with the one that saved it.</source>
        <translation>{where} 中有 {field}，这个 Backlight 不认识：请用保存它的版本打开。</translation>
    </message>
    <message>
        <source>{where} has no {field}: take another copy of the file.</source>
        <translation>{where} 中缺少 {field}：请使用文件的另一份副本。</translation>
    </message>
    <message>
        <source>{where} holds what it can&apos;t be ({reason}): take another copy of the file.</source>
        <translation>{where} 中的内容不可能成立（{reason}）：请使用文件的另一份副本。</translation>
    </message>
    <message>
        <source>Run {run} does not fit its examples or its network ({reason}): take another copy of the file.</source>
        <translation>训练 {run} 与它的样本或网络不符（{reason}）：请使用文件的另一份副本。</translation>
    </message>
    <message>
        <source>Its examples are not at {path} any more: put them back there.</source>
        <translation>它的样本已不在 {path}：请把样本放回原处。</translation>
    </message>
    <message>
        <source>Its examples could not be read: {reason}</source>
        <translation>无法读取它的样本：{reason}</translation>
    </message>
    <message>
        <source>The examples in {path} are not those it was trained on: put the old ones back there.</source>
        <translation>{path} 中的样本不是训练时所用的：请把原来的样本放回去。</translation>
    </message>
    <message>
        <source>There is no space left on its disk: choose another place, or make room.</source>
        <translation>磁盘空间已满：请另选位置，或腾出空间。</translation>
    </message>
    <message>
        <source>It was saved by another window since it was opened or saved here: save it as another file.</source>
        <translation>自从在这里打开或保存之后，另一个窗口又保存过它：请另存为其他文件。</translation>
    </message>
    <message>
        <source>The examples are read from it: save it as another file.</source>
        <translation>样本就是从这个文件读取的：请另存为别的文件。</translation>
    </message>
    <message>
        <source>It may not be written there: choose another place or name.</source>
        <translation>没有写入权限：请另选位置或文件名。</translation>
    </message>
    <message>
        <source>Its folder is not there: choose another place.</source>
        <translation>它的文件夹不存在：请另选位置。</translation>
    </message>
    <message>
        <source>Its name is too long: choose a shorter one.</source>
        <translation>文件名太长：请换一个较短的。</translation>
    </message>
    <message>
        <source>It could not be written ({reason}): choose another place or name.</source>
        <translation>无法写入（{reason}）：请另选位置或文件名。</translation>
    </message>
</context>
<context>
    <name>SettingExplanations</name>
    <message>
        <source>Takes this hidden layer out. The new network begins with new weights; Undo brings the old one back as it was.</source>
        <translation>去掉这个隐藏层。新网络从新的权重开始；撤销可以原样恢复旧网络。</translation>
    </message>
    <message>
        <source>What the last layer makes of its sums z. Softmax turns them into numbers between 0 and 1 whose sum is 1, one for each class. Plain outputs can be any number, for curves.</source>
        <translation>最后一层如何处理它的加权和 z。Softmax 把它们变成 0 到 1 之间、总和为 1 的数，每个类别一个。恒等输出可以是任何数，用于曲线。</translation>
    </message>
    <message>
        <source>How the weights of update 0 are drawn. Where they are too small, signal and gradient fade from layer to layer; where they are too large, they explode. He&apos;s and Glorot&apos;s rules choose a size by the number of connections of a layer.</source>
        <translation>第 0 次更新时的权重如何随机产生。太小，信号和梯度会逐层消失；太大，则会爆炸。He 和 Glorot 的方法根据一层的连接数来选择大小。</translation>
    </message>
    <message>
        <source>The first weights of residual layers are multiplied by this. Near 0 such a layer begins by passing on its input as it is.</source>
        <translation>残差层的初始权重要乘以这个数。接近 0 时，这样的层一开始只是原样传递输入。</translation>
    </message>
    <message>
        <source>The number from which all chance comes: the first weights and the order of the examples. The same seed gives the same training again, to the last digit.</source>
        <translation>一切随机性的来源：初始权重和样本的顺序。种子相同，训练过程就完全相同，直到最后一位数字。</translation>
    </message>
    <message>
        <source>Begins again from other first weights, in the same function set. The search may end elsewhere: compare the curves of L.</source>
        <translation>在同一个函数集中，从另一组初始权重重新开始。搜索可能停在别处：比较一下 L 的曲线。</translation>
    </message>
    <message>
        <source>The examples that the network learns from: L is the sum of C over all of them. Other digits, points in the plane, curves or your own files can be chosen here; a new network begins.</source>
        <translation>网络学习的样本：L 是它们的 C 之和。这里可以选择其他数字、平面上的点、曲线或你自己的文件；会开始一个新的网络。</translation>
    </message>
    <message>
        <source>Adds λ₁ Σ|w| to the mean of C. Every weight is pulled towards 0 by the same force, however small it is: weights that do not help become very small.</source>
        <translation>在平均 C 上加 λ₁ Σ|w|。不论权重多小，都以同样的力拉向 0：没有用处的权重会变得很小。</translation>
    </message>
    <message>
        <source>Adds ½ λ₂ Σ w² to the mean of C. A weight is pulled towards 0 the stronger, the larger it is: so no single one gets too large, and the network learns less by heart.</source>
        <translation>在平均 C 上加 ½ λ₂ Σ w²。权重越大，拉向 0 的力越强：因此没有哪个权重会太大，网络也不易死记硬背。</translation>
    </message>
    <message>
        <source>How a gradient becomes a change of θ. Plain gradient descent takes −η times the gradient. Momentum remembers the way so far; AdaGrad, RMSProp and Adam give each parameter a pace of its own.</source>
        <translation>梯度如何变成 θ 的变化量。普通梯度下降取 −η 乘以梯度。动量会记住之前走过的方向；AdaGrad、RMSProp 和 Adam 让每个参数有自己的步伐。</translation>
    </message>
    <message>
        <source>η, the size of a step. Too small: L falls slowly. Too large: L jumps, or grows without bound. A good one differs from optimizer to optimizer; it can be changed while the training runs.</source>
        <translation>η，每一步的大小。太小：L 下降很慢。太大：L 跳动，甚至无限增大。不同优化器适合的值不同；训练时也可以改。</translation>
    </message>
    <message>
        <source>How many examples one update looks at: their gradients are averaged. Small batches make many, noisy updates in an epoch; large ones make few, calm ones that take longer.</source>
        <translation>一次更新看多少个样本：对它们的梯度取平均。批次小，每轮次更新多而噪声大；批次大，更新少而平稳，但每次更费时。</translation>
    </message>
    <message>
        <source>How η changes in the course of the updates: constant, smaller step by step, or along a cosine. Large steps find the region, small ones at the end find its lowest place.</source>
        <translation>η 随更新次数如何变化：不变、逐级变小，或按余弦变化。开始的大步找到区域，最后的小步找到最低处。</translation>
    </message>
    <message>
        <source>In updates: how long η stays the same before the next step, or how long the cosine takes to reach 0.</source>
        <translation>以更新次数计：η 保持多久才降一级，或余弦经过多久降到 0。</translation>
    </message>
    <message>
        <source>What η is multiplied by at every step of the schedule: 0.5 halves it, 1 leaves it as it is.</source>
        <translation>学习率调度每降一级时 η 乘以的数：0.5 使它减半，1 则不变。</translation>
    </message>
    <message>
        <source>AdamW&apos;s decay: at every update each parameter shrinks by this share times η, apart from its gradient. It acts as L2 does with plain gradient descent.</source>
        <translation>AdamW 的权重衰减：每次更新时，每个参数在梯度之外再按这个比例乘 η 缩小。它的作用相当于普通梯度下降中的 L2。</translation>
    </message>
    <message>
        <source>The longest that the gradient of all parameters together may be; a longer one is shortened, with its direction kept. It stops leaps where the gradient explodes. 0 switches it off.</source>
        <translation>所有参数的梯度合起来允许的最大长度；更长的会被缩短，方向不变。它能防止梯度爆炸时的跳跃。0 表示关闭。</translation>
    </message>
    <message>
        <source>At each update this share of the hidden neurons, drawn anew for every example, is silent. So none can rely on another one, and the network learns less by heart. For test examples all of them speak.</source>
        <translation>每次更新时，对每个样本重新随机选出这个比例的隐藏神经元并将其关闭。这样没有神经元能依赖另一个，网络不易死记硬背。对测试样本则全部工作。</translation>
    </message>
    <message>
        <source>Sets what the lecture begins with: plain gradient descent, one example at each update. Every update is cheap and noisy; watch the curve.</source>
        <translation>采用课上最开始的设置：普通梯度下降，每次更新一个样本。每次更新都很快，噪声也大；看看曲线。</translation>
    </message>
    <message>
        <source>Which class the next test example shall be of. They come from the test set: the network has never been trained on them.</source>
        <translation>下一个测试样本属于哪个类别。它们来自测试集：网络从未用它们训练过。</translation>
    </message>
    <message>
        <source>A parameter of the neuron or connection that is pinned. Type another number, drag it, or step it with the up and down keys: L, C and the picture follow at once. Undo sets it back.</source>
        <translation>已固定的神经元或连接的一个参数。可以输入另一个数、拖动它，或用上下方向键逐步改变：L、C 和图会立刻跟着变。撤销可以恢复。</translation>
    </message>
    <message>
        <source>The weight of the chosen connection. Type another number, drag it, or step it with the up and down keys: L, C and the picture follow at once. Undo sets it back.</source>
        <translation>选中的连接的权重。可以输入另一个数、拖动它，或用上下方向键逐步改变：L、C 和图会立刻跟着变。撤销可以恢复。</translation>
    </message>
    <message>
        <source>Computes C twice, with this weight a little larger and a little smaller. The difference, divided by the distance, has to be the ∂C/∂w that backpropagation gave.</source>
        <translation>把这个权重稍微增大和减小，各算一次 C。两者之差除以间距，应当等于反向传播给出的 ∂C/∂w。</translation>
    </message>
    <message>
        <source>η rises to its full value over this many updates at the start. So the first gradients, of random weights, do not move the network too far. 0: no warm-up.</source>
        <translation>η 经过这么多次更新才升到全值。最初的梯度来自随机的权重，不应让它们把网络带得太远。0 表示不预热。</translation>
    </message>
    <message>
        <source>How many neurons or feature maps this hidden layer has; of a pool it is the side of its blocks. More of them make a larger function set: it can do more, needs more time for each update, and learns a small training set by heart more easily.</source>
        <translation>这个隐藏层有多少个神经元或特征图；对池化层来说是块的边长。越多则函数集越大：能力更强，每次更新用时更长，也更容易把很小的训练集死记下来。</translation>
    </message>
    <message>
        <source>The side of the window that a cell of a map reads, in cells. A larger window sees more of the picture at once and has more weights.</source>
        <translation>特征图的一格所读取的窗口的边长，以格计。窗口越大，一次看到的图像越多，权重也越多。</translation>
    </message>
    <message>
        <source>How many cells further the next window stands. With 2 the maps are half as wide and half as high.</source>
        <translation>下一个窗口移动多少格。取 2 时，特征图的宽和高都减半。</translation>
    </message>
    <message>
        <source>How many cells beyond the border of the picture the windows reach; what is there counts as 0. With half the kernel, rounded down, and stride 1 the maps are as large as the picture.</source>
        <translation>窗口伸出图像边界多少格；那里的数按 0 计。取卷积核的一半（向下取整）且步幅为 1 时，特征图与图像一样大。</translation>
    </message>
    <message>
        <source>Which layer this is, and how many parameters it has. Drag it to another place, or press Alt with an arrow key in its field.</source>
        <translation>这是第几层，有多少个参数。可把它拖到别处，或在它的输入框中按 Alt 加方向键。</translation>
    </message>
    <message>
        <source>Begins the network that the app opens with: two hidden layers of 32 and 16 neurons.</source>
        <translation>开始一个新网络，与应用打开时相同：两个隐藏层，32 个和 16 个神经元。</translation>
    </message>
    <message>
        <source>Begins a small convolutional network. Its windows share their weights, so it needs few of them, and finds a stroke wherever it is.</source>
        <translation>开始一个小型卷积网络。它的窗口共享权值，所以只需很少的权重，笔画在哪里都能找到。</translation>
    </message>
    <message>
        <source>Begins the network with which LeCun and others read handwritten digits in 1989. It has 9,760 parameters behind pictures of 16 × 16.</source>
        <translation>开始 LeCun 等人 1989 年用来识别手写数字的网络。对 16 × 16 的图像，它有 9,760 个参数。</translation>
    </message>
    <message>
        <source>Puts one more hidden layer before the output, dense or for pictures. A deep network builds each layer&apos;s features from those of the layer before; its gradient has a longer way back.</source>
        <translation>在输出之前再添加一个隐藏层，全连接的或读取图像的。深层网络的每一层都用前一层的特征构造自己的特征；它的梯度要走更长的路返回。</translation>
    </message>
    <message>
        <source>The function f of every hidden neuron, a = f(z); a residual connection adds to that. Without a bend in f many layers could do no more than one. Where f is flat, its slope is nearly 0, and hardly any gradient gets through.</source>
        <translation>每个隐藏神经元的函数 f，a = f(z)；残差连接会在此之上相加。若 f 没有弯曲，再多的层也只相当于一层。f 平坦之处斜率接近 0，梯度几乎无法通过。</translation>
    </message>
    <message>
        <source>How large the first weights are. σ is their standard deviation: with normal weights, two thirds of them lie between −σ and +σ. With “all the same” it is every weight’s value. Try one that is ten times too small, and look at the gradient’s picture.</source>
        <translation>初始权重的大小。σ 是它们的标准差：若为正态分布，约三分之二的权重在 −σ 与 +σ 之间。选“全部相同”时，它就是每个权重的值。试试小十倍的值，再看看梯度图。</translation>
    </message>
    <message>
        <source>Residual connections: a hidden layer adds its input to what it computes, wherever the two have the same shape. So the gradient has a direct way back through many layers.</source>
        <translation>残差连接：只要形状相同，隐藏层就把自己的输入加到计算结果上。于是梯度有了一条穿过许多层的直接通路。</translation>
    </message>
    <message>
        <source>How C is computed from the outputs and the target. Cross-entropy punishes a sure wrong answer without bound. The squared error of a softmax or sigmoid is bounded, and its gradient is weak where that is sure and wrong.</source>
        <translation>如何由输出和目标算出 C。交叉熵对确信的错误答案惩罚没有上限。Softmax 或 Sigmoid 输出的平方误差则有上限，而且在它们确信地答错时梯度很弱。</translation>
    </message>
    <message>
        <source>Early stopping: the training pauses when the test loss has reached no new minimum for this many epochs in a row. From there on the network would mainly learn by heart.</source>
        <translation>早停：测试损失连续这么多轮次都没有新的最小值时，训练暂停。再往后网络主要是在死记硬背。</translation>
    </message>
    <message>
        <source>How many updates are made in a second. Near the left end each one is shown step by step, the more slowly the farther left; at the far right there is no limit. The updates are the same ones at any speed.</source>
        <translation>每秒做多少次更新。靠近左端一步一步地显示每次更新，越靠左越慢；最右端没有限制。无论快慢，所做的更新都相同。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Your settings are not kept: there is no home folder (HOME is not set).</source>
        <translation>设置不会保留：没有主文件夹（HOME 没有设置）。</translation>
    </message>
    <message>
        <source>Your settings are not kept: {file} can&apos;t be written.</source>
        <translation>设置不会保留：无法写入 {file}。</translation>
    </message>
    <message>
        <source>The settings file was damaged: the usual settings are used. It was kept as {file}.</source>
        <translation>设置文件已损坏，改用默认设置。原文件保留为 {file}。</translation>
    </message>
</context>
<context>
    <name>SideChooser</name>
    <message>
        <source>Network {letter}</source>
        <translation>网络 {letter}</translation>
    </message>
    <message>
        <source>The run that is shown as {letter}</source>
        <translation>作为 {letter} 显示的训练</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Update of {letter}</source>
        <translation>{letter} 的更新</translation>
    </message>
    <message>
        <source>After so many updates of its run: two moments of one run can be compared, too</source>
        <translation>它的训练更新了这么多次之后：也可以比较一次训练的两个时刻</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Follow the run: always its newest update</source>
        <translation>跟随这次训练：总是最新的更新</translation>
    </message>
    <message>
        <source>Newest update of {letter}</source>
        <translation>{letter} 的最新更新</translation>
    </message>
</context>
<context>
    <name>SideHeader</name>
    <message>
        <source>on its way</source>
        <translation>即将显示</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>update {update} of {live}</source>
        <translation>第 {update} 次更新，共 {live} 次</translation>
    </message>
    <message>
        <source>test right {share}</source>
        <translation>测试集 {share}</translation>
    </message>
    <message>
        <source>training right {share}</source>
        <translation>训练集 {share}</translation>
    </message>
    <message>
        <source>Network {letter}</source>
        <translation>网络 {letter}</translation>
    </message>
</context>
<context>
    <name>SignButton</name>
    <message>
        <source>Connections drawn: of this sign alone; pressed again, of both signs</source>
        <translation>画出的连接：只有这种符号的；再按一次，两种都画</translation>
    </message>
</context>
<context>
    <name>SmoothingMenu</name>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Off: the batches as they are</source>
        <translation>关闭：批次原样显示</translation>
    </message>
    <message>
        <source>Mean of the last {window} batches</source>
        <translation>最近 {window} 个批次的平均值</translation>
    </message>
</context>
<context>
    <name>Solutions</name>
    <message>
        <source>in a straight line</source>
        <translation>沿直线</translation>
    </message>
    <message>
        <source>with matched neurons</source>
        <translation>对齐神经元后</translation>
    </message>
    <message>
        <source>t = {share}: A itself</source>
        <translation>t = {share}：A 本身</translation>
    </message>
    <message>
        <source>t = {share}: B itself</source>
        <translation>t = {share}：B 本身</translation>
    </message>
    <message>
        <source>t = {share}</source>
        <translation>t = {share}</translation>
    </message>
    <message>
        <source>training: mean Cⁿ</source>
        <translation>训练：平均 Cⁿ</translation>
    </message>
    <message>
        <source>test: mean Cⁿ</source>
        <translation>测试：平均 Cⁿ</translation>
    </message>
    <message>
        <source>training: wrong</source>
        <translation>训练：判错</translation>
    </message>
    <message>
        <source>test: wrong</source>
        <translation>测试：判错</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>answer to the shown example</source>
        <translation>对所显示样本的答案</translation>
    </message>
    <message>
        <source>answer to the shown example (right: {name}, framed)</source>
        <translation>对所显示样本的答案（正确：{name}，加框）</translation>
    </message>
    <message>
        <source>answer to the shown example (label {name}, shuffled, framed)</source>
        <translation>对所显示样本的答案（标签 {name}，已打乱，加框）</translation>
    </message>
    <message>
        <source>none {path}</source>
        <translation>{path}没有</translation>
    </message>
    <message>
        <source>{height} {path} (t = {share})</source>
        <translation>{path} {height}（t = {share}）</translation>
    </message>
    <message>
        <source>Barrier, above the line between both ends</source>
        <translation>壁垒（高出两端之间的直线）</translation>
    </message>
    <message>
        <source>There are no hidden neurons to be matched.</source>
        <translation>没有隐藏神经元可以对齐。</translation>
    </message>
    <message>
        <source>B has 1 hidden neuron, which has no other place: ‖θ(A) − θ(B)‖ stays {before}.</source>
        <translation>B 有 1 个隐藏神经元，没有别的位置：‖θ(A) − θ(B)‖ 仍为 {before}。</translation>
    </message>
    <message>
        <source>Matching gives {moved} of {neurons} hidden neurons of B another place: ‖θ(A) − θ(B)‖ from {before} to {after}.</source>
        <translation>对齐使 B 的 {neurons} 个隐藏神经元中的 {moved} 个换了位置：‖θ(A) − θ(B)‖ 从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>B’s function stays the same: over {count} examples no output differs by more than {difference} (in double precision).</source>
        <translation>B 的函数不变：在 {count} 个样本上，任何输出的差都不超过 {difference}（双精度）。</translation>
    </message>
    <message>
        <source>B’s function stays the same: for 1 example no output differs by more than {difference} (in double precision).</source>
        <translation>B 的函数不变：在 1 个样本上，任何输出的差都不超过 {difference}（双精度）。</translation>
    </message>
    <message>
        <source>A and B have different layers: between them there is no line. Choose two runs of the same function set.</source>
        <translation>A 和 B 的层不同：它们之间没有直线。请选择同一个函数集的两次训练。</translation>
    </message>
    <message>
        <source>A and B learn from different examples: their L cannot be compared.</source>
        <translation>A 和 B 学习的样本不同：它们的 L 无法比较。</translation>
    </message>
    <message>
        <source>A and B have different losses: their L cannot be compared.</source>
        <translation>A 和 B 的损失函数不同：它们的 L 无法比较。</translation>
    </message>
    <message>
        <source>Layers that keep their order: {layers}.</source>
        <translation>保持原来顺序的层：{layers}。</translation>
    </message>
    <message>
        <source>Matching finds no better order for B’s hidden neurons ({neurons}): each keeps its place, and ‖θ(A) − θ(B)‖ = {distance}.</source>
        <translation>对齐没有为 B 的 {neurons} 个隐藏神经元找到更好的顺序：每个都留在原位，‖θ(A) − θ(B)‖ = {distance}。</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count}（共 {total}）</translation>
    </message>
    <message>
        <source>{count} training examples</source>
        <translation>训练样本 {count}</translation>
    </message>
    <message>
        <source>1 training example</source>
        <translation>训练样本 1</translation>
    </message>
    <message>
        <source>{count} test examples</source>
        <translation>测试样本 {count}</translation>
    </message>
    <message>
        <source>1 test example</source>
        <translation>测试样本 1</translation>
    </message>
    <message>
        <source>Measured with {training}, at {places}.</source>
        <translation>已测量：{places}；{training}。</translation>
    </message>
    <message>
        <source>Measured with {training} and {test}, at {places}.</source>
        <translation>已测量：{places}；{training}，{test}。</translation>
    </message>
    <message>
        <source>It was ended there: nothing else is measured.</source>
        <translation>测量到此中止：其余各处未测量。</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>{count} of {places} places {path}</source>
        <translation>{path} {count}/{places} 处</translation>
    </message>
    <message>
        <source>A: {a}, update {update_a}   ·   B: {b}, update {update_b}</source>
        <translation>A：{a}，第 {update_a} 次更新   ·   B：{b}，第 {update_b} 次更新</translation>
    </message>
    <message>
        <source>Neurons sorted since: {ends}. The straight line, its barrier, what matching moves and ‖θ(A) − θ(B)‖ before it are of the earlier order; the matched line stays what it is. Compare again for the order as it is now.</source>
        <translation>此后整理过神经元：{ends}。直线、直线上的壁垒、对齐移动的神经元，以及对齐前的 ‖θ(A) − θ(B)‖，都是整理之前的顺序下的；对齐之后的线不变。要得到现在顺序下的结果，请重新比较。</translation>
    </message>
    <message>
        <source>{end} after update {update}</source>
        <translation>第 {update} 次更新后的 {end}</translation>
    </message>
    <message>
        <source>Changed by hand since: {ends}. All numbers here are of before that change.</source>
        <translation>此后手动修改过：{ends}。这里的数都是修改之前的。</translation>
    </message>
    <message>
        <source>There is one run only: begin another one (New weights, or Branch here), and train it.</source>
        <translation>只有一次训练：请另开始一次（新的初始权重，或从这里分支），并训练它。</translation>
    </message>
    <message>
        <source>A and B are the same run: choose another one.</source>
        <translation>A 和 B 是同一次训练：请另选一次。</translation>
    </message>
    <message>
        <source>A run is on its way back from a number too large to write: try again in a moment.</source>
        <translation>有一次训练正从无法写出的大数退回：请稍后再试。</translation>
    </message>
    <message>
        <source>One of the two runs is gone: choose another one.</source>
        <translation>两次训练中有一次已不存在：请另选一次。</translation>
    </message>
    <message>
        <source>The training’s process was started again meanwhile: compare once more.</source>
        <translation>其间训练进程重新启动了：请再比较一次。</translation>
    </message>
    <message>
        <source>The comparison has failed; the training is not touched.</source>
        <translation>比较失败；训练不受影响。</translation>
    </message>
    <message>
        <source>The training’s process has ended: start it again with Run, then compare.</source>
        <translation>训练进程已结束：用“运行”重新启动它，然后再比较。</translation>
    </message>
</context>
<context>
    <name>SolutionsDialog</name>
    <message>
        <source>run {number}</source>
        <translation>第 {number} 次训练</translation>
    </message>
    <message>
        <source>It was ended before anything was measured.</source>
        <translation>在测出任何数值之前就已中止。</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>这里测量的是</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure no further; what is measured stays</source>
        <translation>不再测量；已测量的保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭这个窗口</translation>
    </message>
    <message>
        <source>Are they two solutions?</source>
        <translation>它们是两个不同的解吗？</translation>
    </message>
    <message>
        <source>Run A</source>
        <translation>训练 A</translation>
    </message>
    <message>
        <source>Where the straight line begins</source>
        <translation>直线的起点</translation>
    </message>
    <message>
        <source>Run B</source>
        <translation>训练 B</translation>
    </message>
    <message>
        <source>Where the straight line ends</source>
        <translation>直线的终点</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Measure the loss between A and B as they stand now</source>
        <translation>按现在的状态测量 A 和 B 之间的损失</translation>
    </message>
</context>
<context>
    <name>SolutionsPlot</name>
    <message>
        <source>training set: mean Cⁿ</source>
        <translation>训练集：平均 Cⁿ</translation>
    </message>
    <message>
        <source>test set: wrong answers</source>
        <translation>测试集：判错的比例</translation>
    </message>
    <message>
        <source>test set: mean Cⁿ</source>
        <translation>测试集：平均 Cⁿ</translation>
    </message>
    <message>
        <source>Loss between the runs A and B</source>
        <translation>训练 A 和 B 之间的损失</translation>
    </message>
    <message>
        <source>Every parameter goes in a straight line from A to B: θ(t) = (1 − t) θ(A) + t θ(B). At 21 places it is measured how large this network’s mean Cⁿ is, how many test examples it gets wrong, and what it answers to the shown example. The dashed line does the same after matching: B’s hidden neurons get the order in which their weights are most like A’s, and B’s function stays the same. Where the loss rises above the line between both ends, a barrier parts them: A and B are two solutions. Where it does not, both lie in one basin of the loss. Point, or use the arrow keys, to read the numbers.</source>
        <translation>每个参数沿直线从 A 走到 B：θ(t) = (1 − t) θ(A) + t θ(B)。在 21 处测量这个网络的平均 Cⁿ 有多大、判错多少测试样本、对所显示的样本给出什么答案。虚线是对齐之后的结果：B 的隐藏神经元按权重与 A 最相似的顺序排列，B 的函数不变。若损失高出两端之间的直线，就有壁垒把它们隔开：A 和 B 是两个不同的解；若不高出，两者位于损失的同一个盆地。指向图中或用方向键读数。</translation>
    </message>
</context>
<context>
    <name>SortedCurve</name>
    <message>
        <source>{count} are 0</source>
        <translation>{count} 个为 0</translation>
    </message>
    <message>
        <source>{count} are no finite number</source>
        <translation>{count} 个不是有限的数</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未见</translation>
    </message>
    <message>
        <source>All C by size, and the bar of their sum</source>
        <translation>按大小排列的全部 C，以及它们之和的条</translation>
    </message>
    <message>
        <source>Every C of the set from the least to the largest, on a logarithmic scale: each example takes the same width. In the bar below, width is what they add to L: few examples make most of it. How many are 0, and so have no logarithm, is said. Drag along the curve to select a range of it, with Ctrl to add it; bars at its foot show how much of each part is selected. With the keyboard: Left and Right lead to the next example by size, with Ctrl over a hundredth of all, Home and End to the ends; with Shift they select, and Enter shows the example in the network.</source>
        <translation>数据集的每个 C 从最小到最大，用对数刻度：每个样本占同样的宽度。在下面的条中，宽度是它们为 L 贡献的多少：少数样本占了大部分。有多少个 C 为 0、因而没有对数，图中会说明。沿曲线拖动可以选中其中一段，按住 Ctrl 则加入已选中的；曲线底部的条表示每一段选中了多少。用键盘：左右方向键按大小转到下一个样本，按住 Ctrl 一次越过全部的百分之一，Home 和 End 到两端；按住 Shift 则选中一段，Enter 在网络中显示这个样本。</translation>
    </message>
</context>
<context>
    <name>SpeedSlider</name>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>{rate} updates/s</source>
        <translation>每秒 {rate} 次更新</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>full</source>
        <translation>快</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: slow motion tells every update, full speed has no limit</source>
        <translation>速度：慢动作讲解每次更新，全速没有限制</translation>
    </message>
    <message>
        <source>slow motion, {seconds} s</source>
        <translation>慢动作，{seconds} 秒</translation>
    </message>
    <message>
        <source>slow motion: each phase of an update lasts {seconds} s</source>
        <translation>慢动作：一次更新的每个阶段持续 {seconds} 秒</translation>
    </message>
    <message>
        <source>How many updates a second. Near the left end each update is shown step by step, and the slider&apos;s place says how long a step lasts; at the right end the training runs as fast as this machine can.</source>
        <translation>每秒更新多少次。靠近左端每次更新都一步一步地讲解，滑块的位置决定每一步持续多久；最右端按这台机器的最快速度训练。</translation>
    </message>
</context>
<context>
    <name>StatusPresenter</name>
    <message>
        <source>telling update {update}: the mean of {count} examples</source>
        <translation>正在讲解第 {update} 次更新：{count} 个样本的平均</translation>
    </message>
    <message>
        <source>; shown: number {position}, its largest C</source>
        <translation>；显示：第 {position} 个，C 最大</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>{rate} updates/s</source>
        <translation>每秒 {rate} 次更新</translation>
    </message>
    <message>
        <source>no phase to go back to</source>
        <translation>没有可返回的阶段</translation>
    </message>
    <message>
        <source>held: Esc leads back to it</source>
        <translation>已停住：Esc 返回讲解</translation>
    </message>
    <message>
        <source>held: Space goes on, Esc leads back to it</source>
        <translation>已停住：空格继续，Esc 返回讲解</translation>
    </message>
    <message>
        <source>walkthrough left</source>
        <translation>已离开讲解</translation>
    </message>
    <message>
        <source>walkthrough left: Space trains</source>
        <translation>已离开讲解：空格开始训练</translation>
    </message>
    <message>
        <source>every update is shown</source>
        <translation>每次更新都显示</translation>
    </message>
    <message>
        <source>dead and saturated neurons of {letter}: update {update}</source>
        <translation>{letter} 的失效和饱和的神经元：第 {update} 次更新</translation>
    </message>
    <message>
        <source>telling update {update}: of one example, the one shown</source>
        <translation>正在讲解第 {update} 次更新：只有一个样本，就是所示的这个</translation>
    </message>
    <message>
        <source>telling update {update}: of one example</source>
        <translation>正在讲解第 {update} 次更新：只有一个样本</translation>
    </message>
    <message>
        <source>; shown: the one chosen of them</source>
        <translation>；显示：其中选定的一个</translation>
    </message>
    <message>
        <source>; shown: the one chosen, which need not be in it</source>
        <translation>；显示：选定的样本，不一定在其中</translation>
    </message>
    <message>
        <source>; shown: one that is not trained on</source>
        <translation>；显示：不参与训练的样本</translation>
    </message>
    <message>
        <source>1 update in {count} is shown</source>
        <translation>每 {count} 次更新显示 1 次</translation>
    </message>
    <message>
        <source>dead and saturated neurons: update {update}</source>
        <translation>失效和饱和的神经元：第 {update} 次更新</translation>
    </message>
    <message>
        <source>favourite classes: update {update}</source>
        <translation>偏爱的类别：第 {update} 次更新</translation>
    </message>
    <message>
        <source>epochs done: {epoch}</source>
        <translation>已完成轮次：{epoch}</translation>
    </message>
    <message>
        <source>held: Page Down shows the next phase, Space goes on</source>
        <translation>已停住：Page Down 进入下一阶段，空格继续</translation>
    </message>
    <message>
        <source>no phase to go back to: Page Down begins the next update</source>
        <translation>没有可返回的阶段：Page Down 开始下一次更新</translation>
    </message>
    <message>
        <source>walkthrough left: Space trains, Page Down begins the next update</source>
        <translation>已离开讲解：空格开始训练，Page Down 开始下一次更新</translation>
    </message>
</context>
<context>
    <name>StepExportPresenter</name>
    <message>
        <source>The training’s process has ended meanwhile. No file was written.</source>
        <translation>训练进程在此期间结束了。没有写入任何文件。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>No file was written. Update {update} was made all the same.</source>
        <translation>没有写入文件。第 {update} 次更新仍然做了。</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>8C3p1: a convolution of 8 maps, kernel 3 × 3, padding 1; s2 would be a stride of 2.</source>
        <translation>8C3p1：卷积，8 个特征图，卷积核 3 × 3，填充 1；s2 表示步幅 2。</translation>
    </message>
    <message>
        <source>8L3: locally connected, 8 maps, windows of 3 × 3, each with weights of its own.</source>
        <translation>8L3：局部连接，8 个特征图，窗口 3 × 3，各有自己的权值。</translation>
    </message>
    <message>
        <source>MP2: max pool, blocks of 2 × 2.</source>
        <translation>MP2：最大池化，2 × 2 的块。</translation>
    </message>
    <message>
        <source>AP2: mean pool, blocks of 2 × 2.</source>
        <translation>AP2：平均池化，2 × 2 的块。</translation>
    </message>
</context>
<context>
    <name>SystemReason</name>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>没有这个设备</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>暂时无法使用</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有访问权限</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备正被使用</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已经存在</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>它在另一个磁盘上</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>没有这个设备</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>系统不接受它</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>系统中打开的文件太多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>文件正被使用</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间已满</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>链接层数太多</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>主机没有运行</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>无法到达主机</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>磁盘未连接</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件已不在了</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>磁盘配额已用完</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>update {update} of {live}</source>
        <translation>第 {update} 次更新，共 {live} 次</translation>
    </message>
    <message>
        <source>✓ the same bits</source>
        <translation>✓ 每一位都相同</translation>
    </message>
    <message>
        <source>a kept state</source>
        <translation>保存的状态</translation>
    </message>
    <message>
        <source>made again from update {kept}</source>
        <translation>从第 {kept} 次更新起重新算出</translation>
    </message>
    <message>
        <source>Update {update}: {changes}</source>
        <translation>第 {update} 次更新：{changes}</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name}（{number}）</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>{source}: {optimizer}, η {rate}, batch {batch}</source>
        <translation>{source}：{optimizer}，η {rate}，批次 {batch}</translation>
    </message>
    <message>
        <source>branch at {update}</source>
        <translation>第 {update} 次更新后的分支</translation>
    </message>
    <message>
        <source>{change} at {update}</source>
        <translation>第 {update} 次：{change}</translation>
    </message>
    <message>
        <source>{symbol} set by hand {before} → {after}</source>
        <translation>手动设置 {symbol}：{before} → {after}</translation>
    </message>
    <message>
        <source>Its curve in the plot: {run}</source>
        <translation>它在曲线图中的曲线：{run}</translation>
    </message>
    <message>
        <source>Timeline of the runs</source>
        <translation>各次训练的时间线</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保存的状态</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>手动修改</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>改变设置</translation>
    </message>
    <message>
        <source>least test loss of the curve</source>
        <translation>曲线上最小的测试损失</translation>
    </message>
    <message>
        <source>live</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>← → one update · Home, End</source>
        <translation>← → 一次更新 · Home、End</translation>
    </message>
    <message>
        <source>{seen} of {runs} runs; all are in the list “Runs”</source>
        <translation>{runs} 次训练中的 {seen} 次；全部在“各次训练”列表中</translation>
    </message>
    <message>
        <source>live: update {update}</source>
        <translation>最新：第 {update} 次更新</translation>
    </message>
    <message>
        <source>Update {update}: the least test loss of the curve’s exact ones, mean Cⁿ {mean}</source>
        <translation>第 {update} 次更新：曲线上精确的测试损失中最小的一个，平均 Cⁿ {mean}</translation>
    </message>
    <message>
        <source>branched at update {update}</source>
        <translation>在第 {update} 次更新处分支</translation>
    </message>
    <message>
        <source>{live} updates; kept states: {kept}</source>
        <translation>{live} 次更新；保存的状态：{kept}</translation>
    </message>
    <message>
        <source>accuracy, test: {share}</source>
        <translation>测试集准确率：{share}</translation>
    </message>
    <message>
        <source>accuracy {train}, test {share}</source>
        <translation>准确率 {train}，测试集 {share}</translation>
    </message>
    <message>
        <source>Every update of the run, on the plot&apos;s own axis. Drag along it, and network, curves and numbers show that update again, computed anew from the kept state before it: the same bits. Ticks are states that the engine keeps (higher where several share a place), a square is a parameter set by hand, a diamond a changed setting, a triangle that points down the least of the curve’s exact test losses, one that points right the present, two angles at the right end a run that goes on beyond the axis. A run that branched off has a line of its own, and a box at its left that puts its curve into the plot. The arrow keys go one update, with Ctrl one epoch; Home and End to the ends.</source>
        <translation>训练的每一次更新，与曲线图共用横轴。沿着它拖动，网络、曲线和数值就重新显示那一次更新，从它之前保存的状态重新算出：每一位都相同。短线是引擎保存的状态（同一处有多个时更高），方块是手动设置的参数，菱形是改变的设置，尖朝下的三角是曲线上精确的测试损失中最小的一个，尖朝右的三角是现在，右端的两个尖角表示这次训练在横轴之外还有更新。分支出去的训练有自己的一行，左边的方框把它的曲线放进曲线图。方向键走一次更新，加 Ctrl 走一个轮次；Home 和 End 到两端。</translation>
    </message>
    <message>
        <source>on the way to update {update}</source>
        <translation>正在重做到第 {update} 次更新</translation>
    </message>
    <message>
        <source>on the way to update {update} ({done} of {total} made again)</source>
        <translation>正在重做到第 {update} 次更新（已重做 {done} / {total}）</translation>
    </message>
    <message>
        <source>update {update}, on the way to {awaited}</source>
        <translation>第 {update} 次更新，正在重做到第 {awaited} 次</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>之后还有</translation>
    </message>
</context>
<context>
    <name>ToyPage</name>
    <message>
        <source>Kind of examples</source>
        <translation>样本的种类</translation>
    </message>
    <message>
        <source>Which examples to learn from</source>
        <translation>用哪些样本学习</translation>
    </message>
    <message>
        <source>Points in all; a fifth of them is kept for the test</source>
        <translation>点的总数；其中五分之一留作测试</translation>
    </message>
    <message>
        <source>Training points; as many for the test lie between them, on the curve itself</source>
        <translation>训练点数；测试点同样多，位于它们之间的曲线上</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Clouds, or arms of the spiral</source>
        <translation>点团数，或螺旋的臂数</translation>
    </message>
    <message>
        <source>Standard deviation of the random numbers that are added</source>
        <translation>随机附加量的标准差</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Run, pause and step the training, and set its pace.</source>
        <translation>运行、暂停和单步训练，并设定速度。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Unrolling</name>
    <message>
        <source>Train the three</source>
        <translation>训练这三个</translation>
    </message>
    <message>
        <source>Nothing is measured yet: the first numbers follow while they train.</source>
        <translation>尚未测量任何内容：训练过程中会陆续给出数值。</translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>尚未测量任何内容。</translation>
    </message>
    <message>
        <source>parameters θ</source>
        <translation>参数 θ</translation>
    </message>
    <message>
        <source>updates made</source>
        <translation>已做的更新</translation>
    </message>
    <message>
        <source>measured after update</source>
        <translation>测于第几次更新</translation>
    </message>
    <message>
        <source>test set, mean Cⁿ</source>
        <translation>测试集，平均 Cⁿ</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>moved digits, after update</source>
        <translation>移动后，测于第几次更新</translation>
    </message>
    <message>
        <source>accuracy, not moved</source>
        <translation>准确率，未移动</translation>
    </message>
    <message>
        <source>accuracy, moved by 1 pixel</source>
        <translation>准确率，移动 1 像素</translation>
    </message>
    <message>
        <source>accuracy, moved by 2 pixels</source>
        <translation>准确率，移动 2 像素</translation>
    </message>
    <message>
        <source>Moved: each of the first {digits} test digits by so many pixels up, down, to the left and to the right, four answers each. What comes in is blank; ink that leaves the picture is lost: {one} of all ink, and {two}.</source>
        <translation>移动：前 {digits} 个测试数字各向上、下、左、右移动这么多像素，每个得到四个回答。移入处为空白；移出图片的墨会丢失：分别为全部墨的 {one} 和 {two}。</translation>
    </message>
    <message>
        <source>Moved: test digits by 1 and by 2 pixels up, down, to the left and to the right. What comes in is blank; ink that leaves the picture is lost.</source>
        <translation>移动：测试数字向上、下、左、右各移动 1 个和 2 个像素。移入处为空白；移出图片的墨会丢失。</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>unrolled kernels, {kind}</source>
        <translation>展开的卷积核，{kind}</translation>
    </message>
    <message>
        <source>{count} weights</source>
        <translation>{count} 个权重</translation>
    </message>
    <message>
        <source>A dense layer: each of 256 pixels is joined to each of 2,048 cells, 8 maps of 16 × 16. Its weights are initial ones, drawn for 256 inputs.</source>
        <translation>全连接层：256 个像素中的每一个都与 2,048 格（8 张 16 × 16 的特征图）中的每一格相连。其权重是按 256 个输入抽取的初始权重。</translation>
    </message>
    <message>
        <source>Cell by cell, what lies outside its window of 3 × 3 pixels is cut: {done} of 256 cells are cut.</source>
        <translation>逐格剪断 3 × 3 像素窗口之外的连接：256 格中已剪 {done} 格。</translation>
    </message>
    <message>
        <source>Each cell sees its window alone, with weights of its own. What was cut is 0; the others stay as they were drawn. At the border a part of the window lies outside.</source>
        <translation>每格只看自己的窗口，并有自己的权重。剪掉的为 0；其余保持抽取时的值。在边缘处，窗口有一部分在图片之外。</translation>
    </message>
    <message>
        <source>Cell by cell, weights at the same place of a window become one weight: {done} of 256 cells are tied.</source>
        <translation>逐格把窗口中同一位置的权重变成同一个权重：256 格中已共享 {done} 格。</translation>
    </message>
    <message>
        <source>A convolution: 9 weights for each of 8 maps, the same at every cell. Their values are a convolution’s own initial weights, drawn for 9 inputs.</source>
        <translation>卷积：8 张特征图各有 9 个权重，在每一格都相同。其值是卷积自己的初始权重，按 9 个输入抽取。</translation>
    </message>
    <message>
        <source>Space or → leads on, ← back; the slider to any cell. Point at a cell of the map for its connections; ↑ and ↓ choose another map.</source>
        <translation>空格键或 → 前进，← 后退；滑块可到任意一格。指向特征图的一格可看它的连接；↑ 和 ↓ 选择另一张特征图。</translation>
    </message>
    <message>
        <source>The same outputs: the convolution, and the layers “windows” and “dense” with these values, are at most {single} apart in float32, {double} in float64. Compared: {units} z of {digits} digits, this one and {others} of the test set.</source>
        <translation>输出相同：卷积，以及取这些值的“窗口”层和“全连接”层，在 float32 中至多相差 {single}，在 float64 中 {double}。比较的是 {digits} 个数字（此数字和测试集的 {others} 个）各 {units} 个 z。</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>你的手写</translation>
    </message>
    <message>
        <source>own {number}</source>
        <translation>自己的样本 {number}</translation>
    </message>
    <message>
        <source>test digit {number}</source>
        <translation>第 {number} 个测试样本</translation>
    </message>
    <message>
        <source>training digit {number}</source>
        <translation>第 {number} 个训练样本</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column})</source>
        <translation>通到格 ({row}, {column}) 的 {count} 条连接</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column}), in its window</source>
        <translation>通到格 ({row}, {column}) 的 {count} 条连接，都在其窗口内</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column}), weights shared by all 256 cells</source>
        <translation>通到格 ({row}, {column}) 的 {count} 条连接，权重由全部 256 格共享</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column}), weights shared by {done} of 256 cells</source>
        <translation>通到格 ({row}, {column}) 的 {count} 条连接，权重由 256 格中的 {done} 格共享</translation>
    </message>
    <message>
        <source>z = Σ w·x = {z}</source>
        <translation>z = Σ w·x = {z}</translation>
    </message>
    <message>
        <source>drawn: the lines of {count} of 256 cells</source>
        <translation>已画出 256 格中 {count} 格的连线</translation>
    </message>
    <message>
        <source>W: 256 pixels ↓ × 2,048 cells →</source>
        <translation>W：256 个像素 ↓ × 2,048 格 →</translation>
    </message>
    <message>
        <source>each dot: the largest |w| of {rows} × {columns}</source>
        <translation>每点：{rows} × {columns} 个中最大的 |w|</translation>
    </message>
    <message>
        <source>map {number}, full at a = {largest}</source>
        <translation>特征图 {number}，颜色最浓处：a = {largest}</translation>
    </message>
    <message>
        <source>8 kernels of 9 weights</source>
        <translation>8 个卷积核，各 9 个权重</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>未移动</translation>
    </message>
    <message>
        <source>by 1 pixel</source>
        <translation>移 1 像素</translation>
    </message>
    <message>
        <source>by 2 pixels</source>
        <translation>移 2 像素</translation>
    </message>
    <message>
        <source>Three runs have begun from one start. Your network is kept as it was: Undo leads back to it.</source>
        <translation>三次训练已从同一起点开始。你的网络保持原样：“撤销”可回到它。</translation>
    </message>
    <message>
        <source>connections of the chosen cell</source>
        <translation>所选单元格的连接</translation>
    </message>
    <message>
        <source>cells of the map</source>
        <translation>特征图的单元格</translation>
    </message>
    <message>
        <source>all weights of the layer</source>
        <translation>该层的全部权重</translation>
    </message>
</context>
<context>
    <name>UnrollingPage</name>
    <message>
        <source>There is no step after it.</source>
        <translation>后面没有步骤了。</translation>
    </message>
    <message>
        <source>There is no step before it.</source>
        <translation>前面没有步骤了。</translation>
    </message>
    <message>
        <source>The engine draws the weights and compares the outputs …</source>
        <translation>引擎正在抽取权重并比较输出……</translation>
    </message>
    <message>
        <source>From dense to convolutional</source>
        <translation>从全连接到卷积</translation>
    </message>
    <message>
        <source>one layer, 256 → 2,048</source>
        <translation>一层，256 → 2,048</translation>
    </message>
    <message>
        <source>Every pixel is joined to every cell</source>
        <translation>每个像素都与每一格相连</translation>
    </message>
    <message>
        <source>Each cell keeps the connections of its window</source>
        <translation>每格只保留其窗口内的连接</translation>
    </message>
    <message>
        <source>Weights at the same place of a window become one</source>
        <translation>窗口中同一位置的权重变成一个</translation>
    </message>
    <message>
        <source>4  the race</source>
        <translation>4  比赛</translation>
    </message>
    <message>
        <source>Train all three from the same start, and compare them</source>
        <translation>从同一起点训练三者，并比较它们</translation>
    </message>
    <message>
        <source>From dense to shared weights</source>
        <translation>从全连接到共享权重</translation>
    </message>
    <message>
        <source>Drag through the cuts and the ties, cell by cell</source>
        <translation>拖动以逐格查看剪断和共享</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Backlight</source>
        <translation>Backlight</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>要把更改保存到 {name} 吗？</translation>
    </message>
    <message>
        <source>Save this training?</source>
        <translation>要保存这次训练吗？</translation>
    </message>
    <message>
        <source>What is not saved is lost: weights, curves and settings.</source>
        <translation>未保存的权重、曲线和设置都将丢失。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>What is looked at</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>各项</translation>
    </message>
    <message>
        <source>Every C, and how they add up to the sum</source>
        <translation>每一个 C，以及它们怎样加成总和</translation>
    </message>
    <message>
        <source>Which class is taken for which, and the mistakes</source>
        <translation>哪一类被判为哪一类，以及判错的样本</translation>
    </message>
    <message>
        <source>How large y of the right answer was over the run, and how much it went up and down</source>
        <translation>正确答案的 y 在训练过程中有多大、起伏多少</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>There are no classes: the targets are numbers</source>
        <translation>没有类别：目标是数值</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>WallLens</name>
    <message>
        <source>below: C, each as last seen</source>
        <translation>下方：最近所见的 C</translation>
    </message>
    <message>
        <source>filled corner: wrong then</source>
        <translation>实心角：当时答错</translation>
    </message>
    <message>
        <source>below: C, exact at update {update}</source>
        <translation>下方：C，第 {update} 次更新时的精确值</translation>
    </message>
    <message>
        <source>filled corner: wrong at update {update}</source>
        <translation>实心角：第 {update} 次更新时答错</translation>
    </message>
    <message>
        <source>below: C, exact at update {update}, θ edited since</source>
        <translation>下方：C，第 {update} 次更新时的精确值，其后 θ 被手动修改</translation>
    </message>
    <message>
        <source>filled corner: wrong before θ was edited</source>
        <translation>实心角：θ 被手动修改之前答错</translation>
    </message>
</context>
<context>
    <name>WallSight</name>
    <message>
        <source>{shown} of {count} in sight, as pictures</source>
        <translation>视野内有 {shown} / {count} 个样本，显示为图片</translation>
    </message>
    <message>
        <source>{shown} of {count} in sight, as dots</source>
        <translation>视野内有 {shown} / {count} 个样本，显示为点</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>All examples of the set</source>
        <translation>数据集的全部样本</translation>
    </message>
    <message>
        <source>Every example of the set is one dot, and L is the sum of what all of them add to it. Those in full shade are answered wrongly now; as last seen, they were in their last batch, and C need not add up to L. By C: what adds most stands at the right, and each class has its band. The lens shows the pictures around the pointer. Turn the wheel, or press + and −, to look closer, until the dots are pictures; drag to move. A click, or the arrow keys, choose one; Enter shows it in the network. Drag with Shift to select all in a frame, with Ctrl too to add them; Shift and the arrow keys do the same, and Esc selects none.</source>
        <translation>数据集的每个样本是一个点，L 是它们各自贡献之和。最醒目的点现在答错了；在“最近所见”中，是在最近一个批次里答错了，而 C 之和不一定是 L。按 C 排列时：贡献最大的在右边，每个类别有自己的一条带。放大镜显示指针周围的图像。滚动滚轮或按 + 和 − 可以看得更近，直到点变成图像；拖动可以移动。点击或用方向键选择一个样本；Enter 在网络中显示它。按住 Shift 拖动，选中框内的全部样本，再按住 Ctrl 则加入已选中的；Shift 加方向键也一样，Esc 全部取消选中。</translation>
    </message>
</context>
<context>
    <name>WeightAccount</name>
    <message>
        <source>Where it comes from</source>
        <translation>来自哪里</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 处</translation>
    </message>
    <message>
        <source>a·δ is 0 at every place</source>
        <translation>每一处的 a·δ 都是 0</translation>
    </message>
    <message>
        <source>place (row, column)</source>
        <translation>位置（行，列）</translation>
    </message>
    <message>
        <source>∂C/∂w and its agreement</source>
        <translation>∂C/∂w 及其一致度</translation>
    </message>
    <message>
        <source>All weights of the kernel</source>
        <translation>这个卷积核的所有权重</translation>
    </message>
    <message>
        <source>Where the weight’s gradient comes from</source>
        <translation>这个权重的梯度来自哪里</translation>
    </message>
</context>
<context>
    <name>WeightBox</name>
    <message>
        <source>what each pixel adds to z: blue +, orange −; full colour at |w·x| = {scale}</source>
        <translation>每个像素给 z 加上的值：蓝 +，橙 −；|w·x| = {scale} 时颜色最浓</translation>
    </message>
    <message>
        <source>weights: blue +, orange −; full colour at |w| = {scale}</source>
        <translation>权重：蓝 +，橙 −；|w| = {scale} 时颜色最浓</translation>
    </message>
    <message>
        <source>Weights from the inputs</source>
        <translation>来自输入的权重</translation>
    </message>
    <message>
        <source>times this input: w·x</source>
        <translation>乘以这个输入：w·x</translation>
    </message>
    <message>
        <source>Each weight times the shown example&apos;s input: together with b they make z</source>
        <translation>每个权重乘以所示样本的输入：加上 b，它们合成 z</translation>
    </message>
    <message>
        <source>Weights as a picture</source>
        <translation>权重图</translation>
    </message>
    <message>
        <source>What the colours of the weights stand for</source>
        <translation>权重的颜色各代表什么</translation>
    </message>
    <message>
        <source>hatched: x is 0 in over 99 % of the training examples</source>
        <translation>斜线：超过 99% 的训练样本中 x 为 0</translation>
    </message>
</context>
<context>
    <name>WeightPage</name>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>Which kernel is shown</source>
        <translation>显示哪个卷积核</translation>
    </message>
    <message>
        <source>Layer of the kernel</source>
        <translation>卷积核所在的层</translation>
    </message>
    <message>
        <source>map {map} →</source>
        <translation>图 {map} →</translation>
    </message>
    <message>
        <source>Map that it reads</source>
        <translation>它读取的特征图</translation>
    </message>
    <message>
        <source>→ map {map}</source>
        <translation>→ 图 {map}</translation>
    </message>
    <message>
        <source>Map that it makes</source>
        <translation>它生成的特征图</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Weight by weight, what comes back to its places flies into it: added up, that is ∂C/∂w (Enter)</source>
        <translation>逐个权重，回传到各位置的量飞入该权重：加起来就是 ∂C/∂w（Enter）</translation>
    </message>
    <message>
        <source>One weight of a kernel and all its places</source>
        <translation>卷积核的一个权重及其所有位置</translation>
    </message>
    <message>
        <source>Left what the weight reads, in the middle its kernel, right the map that it makes. A line leads from each cell that it meets to the place that it serves there. What comes back to the places, a·δ each, is added up below: that is the weight’s ∂C/∂w. Arrow keys lead to the other weights.</source>
        <translation>左边是这个权重所读取的，中间是它的卷积核，右边是它生成的特征图。每条线从它读取的单元通到由此算出的位置。回传到各位置的 a·δ 在下方加起来：就是这个权重的 ∂C/∂w。方向键可到其他权重。</translation>
    </message>
    <message>
        <source>One weight less is collected</source>
        <translation>少汇总一个权重</translation>
    </message>
    <message>
        <source>Previous weight collected</source>
        <translation>汇总到上一个权重</translation>
    </message>
    <message>
        <source>One weight more is collected</source>
        <translation>多汇总一个权重</translation>
    </message>
    <message>
        <source>Next weight collected</source>
        <translation>汇总到下一个权重</translation>
    </message>
    <message>
        <source>Layer {layer}: {name}</source>
        <translation>第 {layer} 层：{name}</translation>
    </message>
    <message>
        <source>collecting weight {number} of {count}: every a·δ of it</source>
        <translation>正在收集第 {number} 个权重（共 {count} 个）：它的每个 a·δ</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新后</translation>
    </message>
    <message>
        <source>every place’s a·δ is added up</source>
        <translation>各位置的 a·δ 相加</translation>
    </message>
    <message>
        <source>{count} collected</source>
        <translation>{count} 处被汇总</translation>
    </message>
    <message>
        <source>{count} not seen</source>
        <translation>{count} 处未见</translation>
    </message>
    <message>
        <source>{count} silent</source>
        <translation>{count} 处无回传</translation>
    </message>
    <message>
        <source>{count} neither</source>
        <translation>{count} 处两者皆无</translation>
    </message>
    <message>
        <source>{count} at the border</source>
        <translation>{count} 处在边界</translation>
    </message>
    <message>
        <source>ink, δ comes back</source>
        <translation>有墨，δ 回传</translation>
    </message>
    <message>
        <source>δ, but no ink</source>
        <translation>有 δ，但无墨</translation>
    </message>
    <message>
        <source>ink, but δ = 0</source>
        <translation>有墨，但 δ = 0</translation>
    </message>
    <message>
        <source>no ink, δ = 0</source>
        <translation>无墨，δ = 0</translation>
    </message>
    <message>
        <source>meets its zeros</source>
        <translation>遇到边界的零</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>有墨</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>无墨</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>map {map} of layer {layer}</source>
        <translation>第 {layer} 层的图 {map}</translation>
    </message>
    <message>
        <source>the {count} places of map {map}</source>
        <translation>图 {map} 的 {count} 个位置</translation>
    </message>
    <message>
        <source>the only place of map {map}</source>
        <translation>图 {map} 的唯一位置</translation>
    </message>
    <message>
        <source>{symbol}, the batch’s mean</source>
        <translation>{symbol}，批次平均</translation>
    </message>
    <message>
        <source>{symbol} in {power}</source>
        <translation>{symbol}，单位 {power}</translation>
    </message>
    <message>
        <source>{symbol} with {penalties}</source>
        <translation>{symbol}（含 {penalties}）</translation>
    </message>
    <message>
        <source>seen: one cell in {stride}, down and across</source>
        <translation>所见：横竖每 {stride} 个单元取一个</translation>
    </message>
    <message>
        <source>one row up</source>
        <translation>上移一行</translation>
    </message>
    <message>
        <source>one row down</source>
        <translation>下移一行</translation>
    </message>
    <message>
        <source>{count} rows down</source>
        <translation>下移 {count} 行</translation>
    </message>
    <message>
        <source>one column left</source>
        <translation>左移一列</translation>
    </message>
    <message>
        <source>one column right</source>
        <translation>右移一列</translation>
    </message>
    <message>
        <source>{count} columns right</source>
        <translation>右移 {count} 列</translation>
    </message>
    <message>
        <source>seen: the cell at the same place</source>
        <translation>所见：同一位置的单元</translation>
    </message>
    <message>
        <source>seen: {way}</source>
        <translation>所见：{way}</translation>
    </message>
    <message>
        <source>No right answer is known for this example: no C, no δ, and nothing to collect.</source>
        <translation>这个样本没有已知的正确答案：没有 C，没有 δ，也就没有可汇总的。</translation>
    </message>
    <message>
        <source>At the only place a and δ are not both there: ∂C/∂w is 0.</source>
        <translation>在唯一的位置上 a 与 δ 不同时存在：∂C/∂w 为 0。</translation>
    </message>
    <message>
        <source>At none of the {count} places both a and δ are there: ∂C/∂w is 0.</source>
        <translation>{count} 个位置中没有一处 a 与 δ 同时存在：∂C/∂w 为 0。</translation>
    </message>
    <message>
        <source>full colour at {scales}</source>
        <translation>颜色最浓处为 {scales}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {count} places · {share} of Σ|a·δ|</source>
        <translation>已画出 {drawn} / {count} 个位置，占 Σ|a·δ| 的 {share}</translation>
    </message>
    <message>
        <source>agreement {share}</source>
        <translation>一致度 {share}</translation>
    </message>
    <message>
        <source>positive part, 1 place</source>
        <translation>正的部分，1 处</translation>
    </message>
    <message>
        <source>positive part, {count} places</source>
        <translation>正的部分，{count} 处</translation>
    </message>
    <message>
        <source>negative part, 1 place</source>
        <translation>负的部分，1 处</translation>
    </message>
    <message>
        <source>negative part, {count} places</source>
        <translation>负的部分，{count} 处</translation>
    </message>
    <message>
        <source>sum = ∂C/∂w</source>
        <translation>和 = ∂C/∂w</translation>
    </message>
    <message>
        <source>{share} cancels out</source>
        <translation>{share} 相互抵消</translation>
    </message>
    <message>
        <source>place ({row}, {column})</source>
        <translation>位置（{row}, {column}）</translation>
    </message>
    <message>
        <source>the weight meets the border’s zeros: it adds nothing</source>
        <translation>权重在此遇到边界的零：没有贡献</translation>
    </message>
</context>
<context>
    <name>WeightPagePresenter</name>
    <message>
        <source>This network has no kernels: no weight is shared. Panel 1 offers a CNN.</source>
        <translation>这个网络没有卷积核：没有共享的权重。面板 1 中可选 CNN。</translation>
    </message>
</context>
<context>
    <name>WeightValues</name>
    <message>
        <source>weight, the same at every place</source>
        <translation>权重，在每个位置都相同</translation>
    </message>
    <message>
        <source>weight after update {update}, the same at every place</source>
        <translation>第 {update} 次更新后的权重，在每个位置都相同</translation>
    </message>
    <message>
        <source>no right answer is known: no gradient</source>
        <translation>没有已知的正确答案：没有梯度</translation>
    </message>
    <message>
        <source>positive parts a·δ</source>
        <translation>正的部分 a·δ</translation>
    </message>
    <message>
        <source>negative parts a·δ</source>
        <translation>负的部分 a·δ</translation>
    </message>
    <message>
        <source>their sum</source>
        <translation>它们的和</translation>
    </message>
    <message>
        <source>agreement {share}</source>
        <translation>一致度 {share}</translation>
    </message>
    <message>
        <source>∂C/∂w, the mean of the last batch</source>
        <translation>∂C/∂w，上一批次的平均</translation>
    </message>
    <message>
        <source>∂C/∂w with {penalties}, the mean of the last batch</source>
        <translation>含 {penalties} 的 ∂C/∂w，上一批次的平均</translation>
    </message>
    <message>
        <source>the last update’s change</source>
        <translation>上次更新的变化量</translation>
    </message>
    <message>
        <source>connections share it</source>
        <translation>条连接共享它</translation>
    </message>
    <message>
        <source>{count} meet the border’s zeros</source>
        <translation>{count} 处遇到边界的零</translation>
    </message>
    <message>
        <source>kernel {to}, weight ({row}, {column})</source>
        <translation>卷积核 {to}，权重（{row}, {column}）</translation>
    </message>
    <message>
        <source>kernel from map {from} to map {to}, weight ({row}, {column})</source>
        <translation>从图 {from} 到图 {to} 的卷积核，权重（{row}, {column}）</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Open weights</source>
        <translation>打开权重</translation>
    </message>
    <message>
        <source>A file of weights from PyTorch holds numbers, not what is between them. With another activation the same weights are another function.</source>
        <translation>PyTorch 的权重文件只有数值，不含层间的激活函数。换一个激活函数，同样的权重就是另一个函数。</translation>
    </message>
    <message>
        <source>{name} has the layers {sizes}, but does not say which activation function its hidden layers have.</source>
        <translation>{name} 的各层为 {sizes}，但没有说明隐藏层用哪个激活函数。</translation>
    </message>
    <message>
        <source>Activation function of the hidden layers</source>
        <translation>隐藏层的激活函数</translation>
    </message>
    <message>
        <source>What stands behind each Linear in the code that the file was saved by</source>
        <translation>保存该文件的代码里，每个 Linear 之后的激活函数</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Begin a run with these weights</source>
        <translation>用这些权重开始新的训练</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>一切保持不变</translation>
    </message>
</context>
<context>
    <name>WeightsPresenter</name>
    <message>
        <source>Export weights</source>
        <translation>导出权重</translation>
    </message>
    <message>
        <source>safetensors, for PyTorch and Keras (*.safetensors)</source>
        <translation>safetensors，用于 PyTorch 和 Keras (*.safetensors)</translation>
    </message>
    <message>
        <source>NPZ, for NumPy (*.npz)</source>
        <translation>NPZ，用于 NumPy (*.npz)</translation>
    </message>
    <message>
        <source>The code is on the clipboard. It loads {name}.</source>
        <translation>代码已复制到剪贴板，它载入 {name}。</translation>
    </message>
    <message>
        <source>The code is on the clipboard. It loads {name}, which is not there yet: export the weights.</source>
        <translation>代码已复制到剪贴板，它载入 {name}；这个文件还没有：请导出权重。</translation>
    </message>
    <message>
        <source>Its x is standardised: mean and deviation of each column stand in it.</source>
        <translation>其中的 x 已标准化：代码中有每一列的均值和标准差。</translation>
    </message>
    <message>
        <source>Export weights…</source>
        <translation>导出权重…</translation>
    </message>
    <message>
        <source>{path}: a file of weights ends in .safetensors or .npz.</source>
        <translation>{path}：权重文件的名称以 .safetensors 或 .npz 结尾。</translation>
    </message>
    <message>
        <source>The weights of update {update} are saved: {path}.</source>
        <translation>更新 {update} 的权重已保存：{path}。</translation>
    </message>
    <message>
        <source>The network reads standardised columns, (value − mean) / deviation: the file has both numbers of each.</source>
        <translation>该网络读入的是标准化的列，即（数值 − 均值）/ 标准差：文件中有每一列的这两个数。</translation>
    </message>
    <message>
        <source>Its residual layers are modules of their own: the copied code loads them, a plain Sequential does not.</source>
        <translation>其中的残差层各是一个单独的模块：复制的代码可以载入，普通的 Sequential 不行。</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>打开权重</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Some of its layers are modules of their own: the copied code loads them, a plain Sequential does not.</source>
        <translation>其中有些层是单独的模块：复制的代码能加载它们，普通的 Sequential 不能。</translation>
    </message>
</context>
<context>
    <name>WeightsRefusal</name>
    <message>
        <source>{path} has {count} bytes: a file of weights may have {limit}.</source>
        <translation>{path} 有 {count} 字节：权重文件最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>{path} is no whole safetensors file: save it again with safetensors.torch.save_file.</source>
        <translation>{path} 不是完整的 safetensors 文件：请用 safetensors.torch.save_file 重新保存。</translation>
    </message>
    <message>
        <source>{path} has a header of {count} bytes: it may have {limit}.</source>
        <translation>{path} 的文件头有 {count} 字节：最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>{path} is a session of Backlight, not a file of weights: open it with File, Open.</source>
        <translation>{path} 是 Backlight 的会话文件，不是权重文件：请用“文件”菜单的“打开”。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} is no Linear of a Sequential ({name}, {shape}), and only such and their activations can be opened.</source>
        <translation>{path}：层 {layer} 不是 Sequential 中的 Linear（{name}，{shape}），只能打开 Linear 及其激活函数。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} lies in a module of its own ({name}): only a Linear directly in the Sequential can be opened.</source>
        <translation>{path}：层 {layer} 在一个单独的模块里（{name}）：只能打开直接放在 Sequential 中的 Linear。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has the shape {shape}: each Linear needs inputs and outputs.</source>
        <translation>{path}：层 {layer} 的形状是 {shape}：每个 Linear 都要有输入和输出。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has a bias of shape {shape}: with {count} outputs it is ({count},).</source>
        <translation>{path}：层 {layer} 的偏置形状是 {shape}：有 {count} 个输出时应为 ({count},)。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has numbers of type {type}: save them as float32.</source>
        <translation>{path}：层 {layer} 的数值类型是 {type}：请保存为 float32。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has a number that is not finite, or too large for single precision.</source>
        <translation>{path}：层 {layer} 中有非有限的数，或超出单精度范围的数。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes {count} numbers, and layer {before} gives {expected}.</source>
        <translation>{path}：层 {layer} 需要 {count} 个数，而层 {before} 给出 {expected} 个。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes {count} numbers and gives {outputs}: to be added to its input it gives as many as it takes.</source>
        <translation>{path}：层 {layer} 需要 {count} 个数，给出 {outputs} 个：要与输入相加，两者必须相同。</translation>
    </message>
    <message>
        <source>{path} has {count} layers: there may be {limit}.</source>
        <translation>{path} 有 {count} 层：最多 {limit} 层。</translation>
    </message>
    <message>
        <source>{path} has {count} parameters: there may be {limit}.</source>
        <translation>{path} 有 {count} 个参数：最多 {limit} 个。</translation>
    </message>
    <message>
        <source>{path} names {count} activations for {layers} layers: one for each is needed.</source>
        <translation>{path} 为 {layers} 层写了 {count} 个激活函数：每层需要一个。</translation>
    </message>
    <message>
        <source>{path} says twice what the activation of layer {number} is: {name} in activations, {expected} in modules. Make them the same, or save it without activations.</source>
        <translation>{path} 对第 {number} 层的激活函数有两种说法：activations 中是 {name}，modules 中是 {expected}。请改成一致，或保存时不带 activations。</translation>
    </message>
    <message>
        <source>{path}: the activation of layer {layer} is {name}; these can be opened: {known}.</source>
        <translation>{path}：层 {layer} 的激活函数是 {name}；可以打开的有：{known}。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes {count} numbers, and an example has {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：层 {layer} 需要 {count} 个数，而一个样本有 {expected} 个：请先在“训练数据”中选择合适的样本。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} gives {count} numbers, and the examples need {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：层 {layer} 给出 {count} 个数，而样本需要 {expected} 个：请先在“训练数据”中选择合适的样本。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} reads 1 map, and {expected} go into it.</source>
        <translation>{path}：层 {layer} 读取 1 张特征图，而输入给它的有 {expected} 张。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has a bias of shape {shape}: with 1 output it is (1,).</source>
        <translation>{path}：层 {layer} 的偏置形状是 {shape}：有 1 个输出时应为 (1,)。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes 1 number, and layer {before} gives {expected}.</source>
        <translation>{path}：层 {layer} 需要 1 个数，而层 {before} 给出 {expected} 个。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes 1 number and gives {outputs}: to be added to its input it gives as many as it takes.</source>
        <translation>{path}：层 {layer} 需要 1 个数，给出 {outputs} 个：要与输入相加，两者必须相同。</translation>
    </message>
    <message>
        <source>{path} names 1 activation for {layers} layers: one for each is needed.</source>
        <translation>{path} 为 {layers} 层写了 1 个激活函数：每层需要一个。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes 1 number, and an example has {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：层 {layer} 需要 1 个数，而一个样本有 {expected} 个：请先在“训练数据”中选择合适的样本。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} gives 1 number, and the examples need {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：层 {layer} 给出 1 个数，而样本需要 {expected} 个：请先在“训练数据”中选择合适的样本。</translation>
    </message>
    <message>
        <source>{path} is no whole NPZ file of weights: save it again with numpy.savez.</source>
        <translation>{path} 不是完整的 NPZ 权重文件：请用 numpy.savez 重新保存。</translation>
    </message>
    <message>
        <source>{path} has no layer: the state_dict of a Sequential of Linear layers is needed, or W1, b1, W2 and so on.</source>
        <translation>{path} 中没有任何层：需要由 Linear 层组成的 Sequential 的 state_dict，或 W1、b1、W2 等数组。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} is a convolution, and the file does not say its stride, its padding, or what stands around it: save it with metadata={{&quot;modules&quot;: str(model)}}.</source>
        <translation>{path}：层 {layer} 是卷积，但文件没有说明它的步幅、填充以及前后有哪些层：请在保存时加上 metadata={{&quot;modules&quot;: str(model)}}。</translation>
    </message>
    <message>
        <source>{path}: {name} in its metadata key modules cannot be read: it is to be str(model) of a Sequential, with nothing nested in it but Residual.</source>
        <translation>{path}：无法读取元数据 modules 中的 {name}：这里应是一个 Sequential 的 str(model)，其中除 Residual 外不能嵌套其他模块。</translation>
    </message>
    <message>
        <source>{path}: {name} in its metadata key input cannot be read: the shape of one example is needed, as 1, 16, 16.</source>
        <translation>{path}：无法读取元数据 input 中的 {name}：这里应是一个样本的形状，例如 1, 16, 16。</translation>
    </message>
    <message>
        <source>{path} does not say how large the pictures are that layer {layer} reads: save it with the metadata key input, as 1, 16, 16, or choose pictures first, under Training data.</source>
        <translation>{path} 没有说明层 {layer} 读取的图片有多大：请在保存时加上元数据 input，例如 1, 16, 16，或先在“训练数据”中选择图片。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} is {name}, which cannot be opened there: convolutions and pools need square windows, Flatten stands before Linear, and activations stand behind a layer.</source>
        <translation>{path}：层 {layer} 是 {name}，不能在该处打开：卷积和池化的窗口必须是正方形，Flatten 在 Linear 之前，激活函数在某一层之后。</translation>
    </message>
    <message>
        <source>{path}: the last layer, {layer}, is {name}: it needs to be a Linear.</source>
        <translation>{path}：最后一层 {layer} 是 {name}：它必须是 Linear。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} does not fit what goes into it ({reason}).</source>
        <translation>{path}：层 {layer} 与它的输入不符（{reason}）。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} reads {count} maps, and {expected} go into it.</source>
        <translation>{path}：层 {layer} 读取 {count} 张特征图，而输入给它的有 {expected} 张。</translation>
    </message>
    <message>
        <source>{path}: {name} has the shape {shape}, and its modules need {expected}.</source>
        <translation>{path}：{name} 的形状是 {shape}，而它的模块需要 {expected}。</translation>
    </message>
    <message>
        <source>{path}: {name} belongs to no module that the file names.</source>
        <translation>{path}：{name} 不属于文件所列的任何模块。</translation>
    </message>
    <message>
        <source>{path} takes {count} multiplications for each example: there may be {limit}.</source>
        <translation>{path} 对每个样本要做 {count} 次乘法：最多 {limit} 次。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has no {name}: each Linear and each convolution needs its weight and its bias.</source>
        <translation>{path}：层 {layer} 没有 {name}：每个 Linear 和每个卷积都要有权重和偏置。</translation>
    </message>
</context>
<context>
    <name>WhatsThisBox</name>
    <message>
        <source>What&apos;s this?</source>
        <translation>这是什么？</translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Backlight: watch a network learn</source>
        <translation>Backlight：看神经网络如何学习</translation>
    </message>
    <message>
        <source>Backlight</source>
        <translation>Backlight</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Draw and Inspect</source>
        <translation>手写与查看</translation>
    </message>
    <message>
        <source>Let this panel float, or put it back</source>
        <translation>让此面板浮动，或放回原位</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>The three steps</source>
        <translation>三个步骤</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Projector layout: Esc brings the panels back.</source>
        <translation>投影布局：按 Esc 恢复各面板。</translation>
    </message>
    <message>
        <source>Projector layout: {key} or Esc brings the panels back.</source>
        <translation>投影布局：按 {key} 或 Esc 恢复各面板。</translation>
    </message>
    <message>
        <source>{name}[*] – Backlight</source>
        <translation>{name}[*] – Backlight</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>WindowSide</name>
    <message>
        <source>A click or Enter shows it to the network, and pins the cell.</source>
        <translation>单击或按 Enter，让网络看它，并固定该格。</translation>
    </message>
    <message>
        <source>The chosen window in its picture</source>
        <translation>所选窗口在其图像中的位置</translation>
    </message>
    <message>
        <source>The whole training picture; the frame is what the chosen cell sees of it, through all layers before.</source>
        <translation>整张训练图像；方框是所选的格透过前面各层从中看到的部分。</translation>
    </message>
</context>
<context>
    <name>WindowTiles</name>
    <message>
        <source>The windows that excite the filter most</source>
        <translation>最能激发该卷积核的窗口</translation>
    </message>
    <message>
        <source>The pieces of training pictures at which this feature map’s cells answer most, the largest answer first; of each picture only one. Below each stands a, and the picture’s class. Choose one with the arrow keys; Enter or a click shows the whole picture to the network, and pins the cell.</source>
        <translation>使该特征图的格给出最大回答的训练图像片段，从大到小；每张图像只取一个。每个下面是 a 和图像的类别。用方向键选择；按 Enter 或单击，让网络看整张图像，并固定该格。</translation>
    </message>
</context>
</TS>
