<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Backlight</source>
        <translation>關於 Backlight</translation>
    </message>
    <message>
        <source>Watch a neural network learn. It follows Hung-yi Lee&apos;s lecture “Deep Learning” (2017).&lt;br&gt;&lt;br&gt;Nothing on screen is invented: every mark is a number that the engine computed.&lt;br&gt;&lt;br&gt;Digits: MNIST, Yann LeCun and Corinna Cortes, CC BY-SA 3.0.&lt;br&gt;Backlight: MIT licence. Qt for Python: LGPL. numpy: BSD.</source>
        <translation>看一個神經網路如何學習。內容依照李宏毅的課程「Deep Learning」（2017）。&lt;br&gt;&lt;br&gt;螢幕上沒有編造的東西：每一個記號都是引擎算出的數。&lt;br&gt;&lt;br&gt;數字：MNIST，Yann LeCun 與 Corinna Cortes，CC BY-SA 3.0。&lt;br&gt;Backlight：MIT 授權條款。Qt for Python：LGPL。numpy：BSD。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Run or pause the training</source>
        <translation>執行或暫停訓練</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>更新一次</translation>
    </message>
    <message>
        <source>From dense to convolutional</source>
        <translation>從全連接到卷積</translation>
    </message>
    <message>
        <source>Watch a dense layer being cut and tied until it is a convolution; train all three</source>
        <translation>看一個全連接層如何被剪斷、共享，直到成為卷積；再訓練這三個網路</translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation>到本輪次結束</translation>
    </message>
    <message>
        <source>Train to the end of this epoch, then pause</source>
        <translation>訓練到本輪次結束，然後暫停</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回到起點</translation>
    </message>
    <message>
        <source>Go back to the same initial weights</source>
        <translation>回到同樣的初始權重</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的初始權重</translation>
    </message>
    <message>
        <source>Begin again from other initial weights</source>
        <translation>從另一組初始權重重新開始</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一點</translation>
    </message>
    <message>
        <source>Fewer updates a second</source>
        <translation>每秒更新次數減少</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一點</translation>
    </message>
    <message>
        <source>More updates a second</source>
        <translation>每秒更新次數增加</translation>
    </message>
    <message>
        <source>The lecture&apos;s setting</source>
        <translation>課程的設定</translation>
    </message>
    <message>
        <source>Plain gradient descent with batches of one example</source>
        <translation>普通梯度下降，每批次一個樣本</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>傳播動畫</translation>
    </message>
    <message>
        <source>Show the signal and the gradient as they travel</source>
        <translation>顯示訊號和梯度的傳播</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>減少動畫</translation>
    </message>
    <message>
        <source>Only numbers change; nothing travels</source>
        <translation>只有數字變化，沒有移動</translation>
    </message>
    <message>
        <source>The three steps</source>
        <translation>三個步驟</translation>
    </message>
    <message>
        <source>Go to the network</source>
        <translation>轉到網路</translation>
    </message>
    <message>
        <source>Move the keyboard to the network</source>
        <translation>把鍵盤焦點移到網路</translation>
    </message>
    <message>
        <source>Go to Draw</source>
        <translation>轉到手寫</translation>
    </message>
    <message>
        <source>Move the keyboard to the canvas</source>
        <translation>把鍵盤焦點移到畫布</translation>
    </message>
    <message>
        <source>Go to Inspect</source>
        <translation>轉到查看</translation>
    </message>
    <message>
        <source>Go to the loss</source>
        <translation>轉到損失</translation>
    </message>
    <message>
        <source>Move the keyboard to the plot of L</source>
        <translation>把鍵盤焦點移到 L 的曲線圖</translation>
    </message>
    <message>
        <source>Go to the runs</source>
        <translation>轉到各次訓練</translation>
    </message>
    <message>
        <source>Move the keyboard to the list of all runs: rename, hide, delete, compare</source>
        <translation>把鍵盤焦點移到各次訓練的清單：重新命名、隱藏、刪除、比較</translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation>看一個判錯的樣本</translation>
    </message>
    <message>
        <source>Next test example</source>
        <translation>下一個測試樣本</translation>
    </message>
    <message>
        <source>Show the next example of the test set</source>
        <translation>顯示測試集的下一個樣本</translation>
    </message>
    <message>
        <source>Previous test example</source>
        <translation>上一個測試樣本</translation>
    </message>
    <message>
        <source>Show the previous example of the test set</source>
        <translation>顯示測試集的上一個樣本</translation>
    </message>
    <message>
        <source>Random test example</source>
        <translation>隨機測試樣本</translation>
    </message>
    <message>
        <source>Show any example of the test set</source>
        <translation>顯示測試集的任意一個樣本</translation>
    </message>
    <message>
        <source>Show a test example that the network gets wrong now</source>
        <translation>顯示一個網路現在判錯的測試樣本</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Larger type and lines</source>
        <translation>放大文字和線條</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Smaller type and lines</source>
        <translation>縮小文字和線條</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>Type and lines at 100 %</source>
        <translation>文字和線條為 100%</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>觀察</translation>
    </message>
    <message>
        <source>The network, L, and the canvas</source>
        <translation>網路、L 和畫布</translation>
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
        <translation>只有網路、輸出條和 L，放大顯示</translation>
    </message>
    <message>
        <source>Unlock the panels</source>
        <translation>解鎖面板</translation>
    </message>
    <message>
        <source>Let the panels be dragged to other places, or lock them</source>
        <translation>允許把面板拖到別處，或鎖定它們</translation>
    </message>
    <message>
        <source>What&apos;s this?</source>
        <translation>這是什麼？</translation>
    </message>
    <message>
        <source>Which number each mark in the picture of the network shows</source>
        <translation>網路圖中每個標記顯示的是哪個數</translation>
    </message>
    <message>
        <source>About Backlight</source>
        <translation>關於 Backlight</translation>
    </message>
    <message>
        <source>Version, licences, and where the digits come from</source>
        <translation>版本、授權條款，以及數字的來源</translation>
    </message>
    <message>
        <source>Put your own examples into the file, not only where they are: for another computer. Those of a file that has changed between two runs are in it in any case</source>
        <translation>把自己的樣本也存進檔案，而不只記下它們的位置：以便在另一台電腦上開啟。兩次訓練之間改動過的檔案，其樣本總會存入</translation>
    </message>
    <message>
        <source>Training data…</source>
        <translation>訓練資料…</translation>
    </message>
    <message>
        <source>Choose the examples that the network learns from</source>
        <translation>選擇網路學習的樣本</translation>
    </message>
    <message>
        <source>Open my own data…</source>
        <translation>開啟自己的資料…</translation>
    </message>
    <message>
        <source>Learn from a file or folder of your own</source>
        <translation>用自己的檔案或資料夾來學習</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>匯出圖片…</translation>
    </message>
    <message>
        <source>Save the network as it is seen now: PNG or SVG</source>
        <translation>儲存此刻看到的網路：PNG 或 SVG</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Put the network as it is seen now onto the clipboard</source>
        <translation>把此刻看到的網路放到剪貼簿</translation>
    </message>
    <message>
        <source>Save plot or table…</source>
        <translation>儲存圖表…</translation>
    </message>
    <message>
        <source>Save the plot or table that has the keyboard: CSV, PNG, SVG or PDF</source>
        <translation>儲存目前獲得鍵盤焦點的圖或表：CSV、PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Copy plot or table</source>
        <translation>複製圖表</translation>
    </message>
    <message>
        <source>Put the plot or table that has the keyboard onto the clipboard: picture and numbers</source>
        <translation>把目前獲得鍵盤焦點的圖或表放到剪貼簿：圖片和數字</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Print the plot or table that has the keyboard, or else the network</source>
        <translation>列印目前獲得鍵盤焦點的圖或表；沒有時列印網路</translation>
    </message>
    <message>
        <source>Export one step as an animation…</source>
        <translation>將一次更新匯出為動畫…</translation>
    </message>
    <message>
        <source>Make one update, and save it as a moving picture</source>
        <translation>做一次更新，並存為動畫</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Close Backlight</source>
        <translation>關閉 Backlight</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>與系統一樣的深色或淺色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark marks on a light ground</source>
        <translation>淺底深色記號</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light marks on a dark ground</source>
        <translation>深底淺色記號</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系統語言</translation>
    </message>
    <message>
        <source>The system&apos;s language, where it is there</source>
        <translation>系統的語言（如果有）</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Colour each connection by its w</source>
        <translation>按 w 給每條連接著色</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>訊號</translation>
    </message>
    <message>
        <source>Colour each connection by a·w, what it carries for the shown example</source>
        <translation>按 a·w（所顯示樣本經它傳送的訊號）給每條連接著色</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Colour each connection by ∂C/∂w of the shown example</source>
        <translation>按所顯示樣本的 ∂C/∂w 給每條連接著色</translation>
    </message>
    <message>
        <source>Mean gradient</source>
        <translation>平均梯度</translation>
    </message>
    <message>
        <source>Colour each connection by the last batch’s mean gradient: with L1 and L2, before clipping</source>
        <translation>按上一個批次的平均梯度給每條連接著色：含 L1 和 L2，裁剪前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化量</translation>
    </message>
    <message>
        <source>Colour each connection by ΔW, what the last update changed</source>
        <translation>按 ΔW（上一次更新的變化量）給每條連接著色</translation>
    </message>
    <message>
        <source>One weight of a kernel</source>
        <translation>卷積核的一個權重</translation>
    </message>
    <message>
        <source>All places that share it, what each adds to ∂C/∂w, and how that is collected</source>
        <translation>共享它的所有位置、每個位置對 ∂C/∂w 的貢獻，以及如何彙總</translation>
    </message>
    <message>
        <source>One scale for all gaps</source>
        <translation>各層間同一色階</translation>
    </message>
    <message>
        <source>Full colour stands for the same number between all layers</source>
        <translation>在所有層之間，最濃的顏色代表同一個數</translation>
    </message>
    <message>
        <source>Lock the scales</source>
        <translation>鎖定色階</translation>
    </message>
    <message>
        <source>Full colour goes on standing for the same numbers: for before and after</source>
        <translation>最濃的顏色一直代表同樣的數：便於前後比較</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>拉近</translation>
    </message>
    <message>
        <source>Enlarge the network; so does the wheel</source>
        <translation>拉近網路，放大來看；滾輪也可以</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>拉遠</translation>
    </message>
    <message>
        <source>Make the network smaller again</source>
        <translation>把網路拉遠，縮小來看</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整個網路</translation>
    </message>
    <message>
        <source>Fit the whole network into its view</source>
        <translation>讓整個網路剛好放進畫面</translation>
    </message>
    <message>
        <source>Unfold wide layers</source>
        <translation>展開寬的層</translation>
    </message>
    <message>
        <source>Show every neuron of every layer, however small</source>
        <translation>顯示每一層的每個神經元，無論多小</translation>
    </message>
    <message>
        <source>Favourite classes</source>
        <translation>偏愛的類別</translation>
    </message>
    <message>
        <source>Write into each neuron for which class it is strongest over the test set</source>
        <translation>在每個神經元裡寫出它在測試集上對哪一類最強</translation>
    </message>
    <message>
        <source>Weights × this example</source>
        <translation>權重 × 這個樣本</translation>
    </message>
    <message>
        <source>Large neurons of the first layer show x·w in place of their weights</source>
        <translation>第一層的大神經元顯示 x·w 而不是權重</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Put hidden neurons in the order of the class they fire most for; the function stays the same</source>
        <translation>把隱藏神經元按各自最偏愛的類別排序；函數保持不變</translation>
    </message>
    <message>
        <source>What L is made of</source>
        <translation>L 由什麼組成</translation>
    </message>
    <message>
        <source>Every example as a dot, and how much each of them adds to L</source>
        <translation>每個樣本是一個點，以及它為 L 貢獻多少</translation>
    </message>
    <message>
        <source>Who taught it this?</source>
        <translation>這是誰教的？</translation>
    </message>
    <message>
        <source>The training examples that pulled the answer to the shown one, and the proof without them</source>
        <translation>哪些訓練樣本影響了網路對所示樣本的回答，以及去掉它們重新訓練的驗證</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>發現</translation>
    </message>
    <message>
        <source>What the numbers of this run say in plain words, and one thing to try for each</source>
        <translation>用平常的話說出這次訓練的數字說明了什麼，每一條都有一個可以嘗試的辦法</translation>
    </message>
    <message>
        <source>What each pixel decides</source>
        <translation>每個像素決定了什麼</translation>
    </message>
    <message>
        <source>What each pixel of the example does to C and to the answer if it is flipped</source>
        <translation>把樣本的任何一個像素翻轉，C 和回答會怎樣</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>保留手寫</translation>
    </message>
    <message>
        <source>Keep the drawing in your own test set, as what you meant</source>
        <translation>把手寫按你所指的類別保留到自己的測試集</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的測試集</translation>
    </message>
    <message>
        <source>The drawings and images that you have kept, and what the network says to each</source>
        <translation>你保留的手寫和影像，以及網路對每一個的判斷</translation>
    </message>
    <message>
        <source>Everything this filter can say</source>
        <translation>這個卷積核能說的一切</translation>
    </message>
    <message>
        <source>All patterns that the chosen filter can be shown, or the windows that excite it most</source>
        <translation>所選卷積核可能遇到的全部圖樣，或最能激發它的視窗</translation>
    </message>
    <message>
        <source>{count} a neuron</source>
        <translation>每個神經元 {count} 條</translation>
    </message>
    <message>
        <source>Each neuron&apos;s {count} strongest connections for this example</source>
        <translation>每個神經元對這個樣本最強的 {count} 條連接</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Both signs</source>
        <translation>正負都畫</translation>
    </message>
    <message>
        <source>Draw connections whose number is positive, and negative ones</source>
        <translation>畫出數值為正的連接，也畫出為負的</translation>
    </message>
    <message>
        <source>Only positive</source>
        <translation>只畫正的</translation>
    </message>
    <message>
        <source>Draw only connections whose number is positive</source>
        <translation>只畫出數值為正的連接</translation>
    </message>
    <message>
        <source>Only negative</source>
        <translation>只畫負的</translation>
    </message>
    <message>
        <source>Draw only connections whose number is negative</source>
        <translation>只畫出數值為負的連接</translation>
    </message>
    <message>
        <source>Every connection between the neurons shown</source>
        <translation>所顯示的神經元之間的每一條連接</translation>
    </message>
    <message>
        <source>Back to training examples</source>
        <translation>返回訓練樣本</translation>
    </message>
    <message>
        <source>Show the examples that the training works on again</source>
        <translation>重新顯示訓練正在使用的樣本</translation>
    </message>
    <message>
        <source>Click anything to have it explained; called twice, it explains what has the keyboard</source>
        <translation>點選任何東西檢視它的說明；連按兩次，則說明鍵盤焦點所在之處</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>What you see, the lecture&apos;s words, and what to try next, beside the picture</source>
        <translation>在網路圖旁邊說明：你看到的是什麼、課上的術語、接下來可以試什麼</translation>
    </message>
    <message>
        <source>Marks and their numbers…</source>
        <translation>標記和它們的數…</translation>
    </message>
    <message>
        <source>Next phase of the update</source>
        <translation>這次更新的下一階段</translation>
    </message>
    <message>
        <source>Phase before</source>
        <translation>上一階段</translation>
    </message>
    <message>
        <source>The network, L, and Inspect</source>
        <translation>網路、L 和「查看」</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>所有命令…</translation>
    </message>
    <message>
        <source>Find any command by its name, with its key</source>
        <translation>按名稱尋找任何命令，並顯示它的按鍵</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按鍵…</translation>
    </message>
    <message>
        <source>The key of every command, to be looked up or changed</source>
        <translation>檢視或更改每個命令的按鍵</translation>
    </message>
    <message>
        <source>Copy details for a report</source>
        <translation>複製報告所需的詳情</translation>
    </message>
    <message>
        <source>Put versions, settings and the end of the log onto the clipboard</source>
        <translation>把版本、設定和記錄檔末尾放到剪貼簿</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好設定…</translation>
    </message>
    <message>
        <source>Theme, language, size of type, motion and keys in one place</source>
        <translation>主題、語言、字型大小、動畫和按鍵都在這裡</translation>
    </message>
    <message>
        <source>Keys of one letter</source>
        <translation>單字母按鍵</translation>
    </message>
    <message>
        <source>Whether keys such as N or R act without Ctrl</source>
        <translation>N、R 之類的鍵不按 Ctrl 是否起作用</translation>
    </message>
    <message>
        <source>Start the training’s process again, from what was saved last</source>
        <translation>重新啟動訓練處理程序，從最後儲存的狀態繼續</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Move the keyboard to the numbers of a neuron or connection</source>
        <translation>把鍵盤焦點移到神經元或連接的數值</translation>
    </message>
    <message>
        <source>Move the keyboard to the three steps</source>
        <translation>把鍵盤焦點移到三個步驟</translation>
    </message>
    <message>
        <source>Go to the steps</source>
        <translation>轉到三個步驟</translation>
    </message>
    <message>
        <source>Show or hide the three steps</source>
        <translation>顯示或隱藏三個步驟</translation>
    </message>
    <message>
        <source>Open weights…</source>
        <translation>開啟權重…</translation>
    </message>
    <message>
        <source>Begin a run with weights that were saved from PyTorch, or exported here</source>
        <translation>用從 PyTorch 儲存的或在此匯出的權重開始新的訓練</translation>
    </message>
    <message>
        <source>Export weights…</source>
        <translation>匯出權重…</translation>
    </message>
    <message>
        <source>Save the weights on screen for PyTorch, Keras or NumPy</source>
        <translation>把螢幕上的權重儲存給 PyTorch、Keras 或 NumPy 使用</translation>
    </message>
    <message>
        <source>Copy as PyTorch code</source>
        <translation>複製為 PyTorch 程式碼</translation>
    </message>
    <message>
        <source>Copy code that builds this network in PyTorch and loads its exported weights</source>
        <translation>複製在 PyTorch 中建構這個網路並載入其匯出權重的程式碼</translation>
    </message>
    <message>
        <source>Copy as Keras code</source>
        <translation>複製為 Keras 程式碼</translation>
    </message>
    <message>
        <source>Copy code that builds this network in Keras and loads its exported weights</source>
        <translation>複製在 Keras 中建構這個網路並載入其匯出權重的程式碼</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Leave all of this, and begin as at the start</source>
        <translation>離開目前的一切，像剛啟動時那樣重新開始</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save runs, weights, curves and drawing in one file, to go on from later</source>
        <translation>把各次訓練、權重、曲線和手寫儲存到一個檔案中，以後接著訓練</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Save all of this in another file</source>
        <translation>把這一切儲存到另一個檔案</translation>
    </message>
    <message>
        <source>Save my own data with it</source>
        <translation>把自己的資料一併儲存</translation>
    </message>
    <message>
        <source>Find unsaved work…</source>
        <translation>尋找未儲存的內容…</translation>
    </message>
    <message>
        <source>Offer what a window has left that was ended by somebody</source>
        <translation>找回意外結束的視窗留下的內容</translation>
    </message>
    <message>
        <source>Show one update phase by phase: on to the next one, and hold it; looking back, one update on</source>
        <translation>逐個階段地展示一次更新：進入下一階段並停住；回看時前進一次更新</translation>
    </message>
    <message>
        <source>Back to the phase before, from the change of the weights on no further; elsewhere one update back</source>
        <translation>回到上一階段，權重改變之後不能再往回；其他時候退回一次更新</translation>
    </message>
    <message>
        <source>One update back</source>
        <translation>退回一次更新</translation>
    </message>
    <message>
        <source>Show the network as it was one update before; nothing that was trained is lost</source>
        <translation>顯示一次更新之前的網路；訓練的成果一點也不會丟</translation>
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
        <translation>從正在顯示的更新開始另一次訓練；原來的保留</translation>
    </message>
    <message>
        <source>When did it …?</source>
        <translation>什麼時候……？</translation>
    </message>
    <message>
        <source>Film of the training…</source>
        <translation>訓練影片…</translation>
    </message>
    <message>
        <source>Play the training that was done, forwards or backwards, and save it as a film</source>
        <translation>播放已完成的訓練，正放或倒放，並存為影片</translation>
    </message>
    <message>
        <source>Train both</source>
        <translation>一起訓練</translation>
    </message>
    <message>
        <source>Train the network beside together with this one, on the same batches</source>
        <translation>用同樣的批次，同時訓練旁邊的網路和這一個</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排比較</translation>
    </message>
    <message>
        <source>Show another run, or another moment, as a second network beside this one</source>
        <translation>在旁邊顯示第二個網路：另一次訓練，或另一個時刻</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交換 A 和 B</translation>
    </message>
    <message>
        <source>The network beside becomes the one that is trained, and this one stands beside it</source>
        <translation>旁邊的網路成為正在訓練的網路，這一個改到旁邊</translation>
    </message>
    <message>
        <source>When an example was right for good, a neuron dead, L under a number, …; and go there</source>
        <translation>樣本何時一直判對、神經元何時失效、L 何時低於某個數……；並跳到那裡</translation>
    </message>
    <message>
        <source>Are they two solutions?</source>
        <translation>它們是兩個不同的解嗎？</translation>
    </message>
    <message>
        <source>Measure the loss on the straight line between two runs, also with their neurons matched</source>
        <translation>測量兩次訓練之間直線上的損失，以及對齊神經元之後的損失</translation>
    </message>
    <message>
        <source>Open a session that was saved, weights, or data of your own</source>
        <translation>開啟儲存過的工作階段檔案、權重，或自己的資料</translation>
    </message>
    <message>
        <source>Make one update, then pause; in slow motion step by step; in a walkthrough its next phase</source>
        <translation>做一次更新，然後暫停；慢動作時會講解這次更新；講解中進入下一階段</translation>
    </message>
    <message>
        <source>From any speed to the fastest that this machine can, and back; a walkthrough ends</source>
        <translation>切換到這台機器的最快速度，或恢復原來的速度；講解隨之結束</translation>
    </message>
    <message>
        <source>One epoch back</source>
        <translation>退回一個輪次</translation>
    </message>
    <message>
        <source>Show the network as it was an epoch before; nothing that was trained is lost</source>
        <translation>顯示一個輪次之前的網路；訓練的成果一點也不會丟</translation>
    </message>
    <message>
        <source>One epoch on</source>
        <translation>前進一個輪次</translation>
    </message>
    <message>
        <source>Looking back, show the network as it was an epoch later; nothing is trained</source>
        <translation>回看時，顯示一個輪次之後的網路；不做訓練</translation>
    </message>
</context>
<context>
    <name>ActivationBox</name>
    <message>
        <source>identity</source>
        <translation>恆等</translation>
    </message>
</context>
<context>
    <name>ActivationGraph</name>
    <message>
        <source>The activation function</source>
        <translation>活化函數</translation>
    </message>
    <message>
        <source>f over z; the dot is this neuron&apos;s z and f(z)</source>
        <translation>f 隨 z 的曲線；圓點是這個神經元的 z 和 f(z)</translation>
    </message>
</context>
<context>
    <name>AddLayerButton</name>
    <message>
        <source>Add a hidden layer of any kind</source>
        <translation>新增一個任意種類的隱藏層</translation>
    </message>
    <message>
        <source>{most} layers are the most</source>
        <translation>最多 {most} 層</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>新增層</translation>
    </message>
    <message>
        <source>Kinds of layers</source>
        <translation>層的種類</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>Export one step as an animation</source>
        <translation>將一次更新匯出為動畫</translation>
    </message>
    <message>
        <source>One update as a story: the signal, C, the gradient on its way back, the batch&apos;s mean gradient, and the change. The update is really made, as by One update.</source>
        <translation>把一次更新做成一段動畫：訊號、C、往回走的梯度、批次的平均梯度，以及變化量。這次更新真的會做，與「更新一次」相同。</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>每秒 {rate} 影格</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>類型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of the animation</source>
        <translation>動畫的類型</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Size of the animation in pixels</source>
        <translation>動畫的大小（像素）</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>影格率(&amp;M)</translation>
    </message>
    <message>
        <source>How many frames are shown a second</source>
        <translation>每秒顯示多少影格</translation>
    </message>
    <message>
        <source>The training is paused, and the next update is really made, as by One update. Its story lasts about {seconds} seconds; the last picture stays for 2.</source>
        <translation>訓練會暫停，下一次更新真的會做，與「更新一次」相同。動畫約 {seconds} 秒；最後一幅畫面停留 2 秒。</translation>
    </message>
</context>
<context>
    <name>AnnouncementPresenter</name>
    <message>
        <source>{switch}: on</source>
        <translation>{switch}：開</translation>
    </message>
    <message>
        <source>{switch}: off</source>
        <translation>{switch}：關</translation>
    </message>
    <message>
        <source>undone: {step}</source>
        <translation>已復原：{step}</translation>
    </message>
    <message>
        <source>redone: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字型大小</translation>
    </message>
    <message>
        <source>the training runs</source>
        <translation>訓練正在執行</translation>
    </message>
    <message>
        <source>paused at update {update}</source>
        <translation>已暫停在第 {update} 次更新</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
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
        <translation>整個網路都在視野內。</translation>
    </message>
    <message>
        <source>The network is enlarged {factor} times.</source>
        <translation>網路已放大到 {factor} 倍。</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>{count} others together {sum}</source>
        <translation>其餘 {count} 個合計 {sum}</translation>
    </message>
    <message>
        <source>1 other {sum}</source>
        <translation>另外 1 個 {sum}</translation>
    </message>
    <message>
        <source>All outputs y for this example</source>
        <translation>網路對這個樣本的全部輸出 y</translation>
    </message>
    <message>
        <source>All outputs y for the example beside, with the parameters of the update that the page names. The right answer’s bar is outlined, a wrong answer is hatched. With softmax and cross-entropy C = −ln y of the right answer: a line leads from its bar to C on the axis and to its place on the curve. With other losses all bars make C: a bracket stands along them, and a tick at each ŷ.</source>
        <translation>網路對旁邊樣本的全部輸出 y，用頁面註明的那次更新的參數算出。正確答案的條有外框，錯誤的答案用斜線填充。用 softmax 和交叉熵時，C = −ln y，y 屬於正確答案：一條線從它的條通到軸上的 C 和曲線上的位置。用其他損失時，所有條一起構成 C：旁邊有一個括線，每個 ŷ 處有一個刻度。</translation>
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
        <translation>此處：所示影像中的位置數；出現：訓練集中的視窗數</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>圖樣</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>出現</translation>
    </message>
    <message>
        <source>The filter’s answers, the largest first</source>
        <translation>卷積核的回答，從大到小</translation>
    </message>
    <message>
        <source>Every pattern that occurs, in the order of its answer z: how often the picture that is shown has it, and how often it was seen among all windows of the training set. Choose one with the arrow keys, Home and End.</source>
        <translation>所有出現過的圖樣，按其回答 z 排列：它在所示影像中有幾處，在訓練集的全部視窗中出現多少次。用方向鍵、Home 和 End 選擇。</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>Every bar makes C: −ln y of the right answer, and −ln(1 − y) of each other one.</source>
        <translation>每個條都構成 C：正確答案的 −ln y，加上其他每個的 −ln(1 − y)。</translation>
    </message>
    <message>
        <source>Every bar makes C: C = ½ Σ (y − ŷ)², with ŷ at the ticks.</source>
        <translation>每個條都構成 C：C = ½ Σ (y − ŷ)²，ŷ 在刻度處。</translation>
    </message>
</context>
<context>
    <name>ArchitectureOptions</name>
    <message>
        <source>Initial weights</source>
        <translation>初始權重</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>輸入數</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>輸出數</translation>
    </message>
    <message>
        <source>{name}, normal</source>
        <translation>{name}，常態</translation>
    </message>
    <message>
        <source>{name}, uniform</source>
        <translation>{name}，均勻</translation>
    </message>
    <message>
        <source>random, standard deviation {deviation} of the layer</source>
        <translation>隨機，標準差為該層的 {deviation}</translation>
    </message>
    <message>
        <source>normal, σ by hand</source>
        <translation>常態，自訂 σ</translation>
    </message>
    <message>
        <source>random, standard deviation σ everywhere</source>
        <translation>隨機，各層標準差都是 σ</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>all zero</source>
        <translation>全為零</translation>
    </message>
    <message>
        <source>Where the search begins: the weights at update 0</source>
        <translation>搜尋從哪裡開始：第 0 次更新時的權重</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>輸出層</translation>
    </message>
    <message>
        <source>What the last layer makes of its sums z</source>
        <translation>最後一層怎樣處理它的和 z</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>confidences whose sum is 1</source>
        <translation>總和為 1 的信心度</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>each output by itself between 0 and 1</source>
        <translation>每個輸出各自在 0 與 1 之間</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恆等</translation>
    </message>
    <message>
        <source>y = z, any number; it goes with the squared error</source>
        <translation>y = z，任意數；與平方誤差搭配</translation>
    </message>
    <message>
        <source>Every weight is the same number: the neurons of a layer begin as copies of each other, and mostly stay so.</source>
        <translation>所有權重都是同一個數：同層神經元開始時完全相同，之後多半仍然相同。</translation>
    </message>
    <message>
        <source>Every weight is 0: no gradient passes back at first, and with plain ReLU layers only the output&apos;s biases are ever learned.</source>
        <translation>所有權重都是 0：起初沒有梯度傳回；若各層都是普通的 ReLU 層，則始終只能學到輸出層的偏權值。</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>均勻鋪開</translation>
    </message>
    <message>
        <source>For 1 or 2 inputs only: weights ±s, and biases that spread the neurons evenly over the inputs from −1 to 1.</source>
        <translation>僅用於 1 或 2 個輸入：權重為 ±s，偏權值讓神經元均勻鋪在 −1 到 1 的輸入上。</translation>
    </message>
    <message>
        <source>A hidden layer adds its input to its output, a = a_prev + f(z), wherever both have the same shape: signal and gradient then have a second way past the layer.</source>
        <translation>凡是輸入與輸出形狀相同的隱藏層，都把輸入加到輸出上，a = a_prev + f(z)：訊號和梯度就有了繞過該層的第二條路。</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>殘差連接</translation>
    </message>
    <message>
        <source>Only where a layer makes as many neurons, or maps of the same size, as it reads</source>
        <translation>只在該層的輸出與輸入的神經元數（或特徵圖的數目和大小）相同時</translation>
    </message>
    <message>
        <source>their W starts ×</source>
        <translation>其初始 W ×</translation>
    </message>
    <message>
        <source>Scale of the residual layers&apos; initial weights</source>
        <translation>殘差層初始權重的倍數</translation>
    </message>
    <message>
        <source>Size of the first weights</source>
        <translation>第一層權重的大小</translation>
    </message>
    <message>
        <source>Value of every weight</source>
        <translation>每個權重的值</translation>
    </message>
    <message>
        <source>Standard deviation of the weights</source>
        <translation>權重的標準差</translation>
    </message>
    <message>
        <source>in {count} of {all} hidden layers</source>
        <translation>{all} 個隱藏層中的 {count} 個</translation>
    </message>
    <message>
        <source>The function: {formula}</source>
        <translation>函數：{formula}</translation>
    </message>
    <message>
        <source>in training: each hidden f(z) × {factor}, or × 0 with probability {share}</source>
        <translation>訓練時：每個隱藏層的 f(z) × {factor}，或以機率 {share} × 0</translation>
    </message>
    <message>
        <source>Their initial weights are multiplied by this; near 0 every residual layer begins as little more than a_prev + f(0), which suits many layers.</source>
        <translation>它們的初始權重乘以此值；接近 0 時，每個殘差層一開始幾乎就是 a_prev + f(0)，適合很多層的網路。</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>來自 {name}</translation>
    </message>
    <message>
        <source>{W} is 0 outside of its windows</source>
        <translation>{W} 在視窗之外為 0</translation>
    </message>
</context>
<context>
    <name>ArchitecturePanel</name>
    <message>
        <source>{count} parameters θ</source>
        <translation>{count} 個參數 θ</translation>
    </message>
    <message>
        <source>1  Function set</source>
        <translation>1  函數集</translation>
    </message>
    <message>
        <source>A network structure is a function set: every choice of its parameters θ (all weights and biases) is one function. Here the structure is chosen; the training then looks for the best function of the set. Changing the structure starts a new network, and Undo brings the old one back.</source>
        <translation>一個網路結構就是一個函數集：參數 θ（所有權重和偏權值）的每一種取值都是一個函數。這裡選擇結構，訓練再去找這個函數集裡最佳的函數。改變結構會開始一個新網路，復原可以找回原來的。</translation>
    </message>
    <message>
        <source>one for each layer</source>
        <translation>每層各選一個</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>活化函數</translation>
    </message>
    <message>
        <source>What a hidden neuron makes of its sum z</source>
        <translation>隱藏神經元對它的和 z 做什麼</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of the function set</source>
        <translation>函數集的更多設定</translation>
    </message>
    <message>
        <source>Outputs, initial weights, residual connections, and the function written out</source>
        <translation>輸出、初始權重、殘差連接，以及寫出的函數</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的初始權重</translation>
    </message>
    <message>
        <source>Begin again from other initial weights</source>
        <translation>從另一組初始權重重新開始</translation>
    </message>
    <message>
        <source>{count} layers of {size}</source>
        <translation>{count} 層 × 每層 {size} 個</translation>
    </message>
    <message>
        <source>Decides all chance: the initial weights, the order of the examples, dropout</source>
        <translation>決定所有隨機之處：初始權重、樣本的順序、隨機丟棄</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>There is no room for the three steps at this size: Ctrl+− or F11 makes some.</source>
        <translation>字型大小太大，放不下三個步驟：按 Ctrl+− 縮小，或按 F11 結束全螢幕。</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>largest a of its block</source>
        <translation>所在塊中最大的 a</translation>
    </message>
    <message>
        <source>mean a of its block</source>
        <translation>所在塊的 a 的平均</translation>
    </message>
    <message>
        <source>the largest, the first of equals</source>
        <translation>最大者，相等時取第一個</translation>
    </message>
    <message>
        <source>added: residual connection</source>
        <translation>由殘差連接加上</translation>
    </message>
    <message>
        <source>output {formula}</source>
        <translation>輸出 {formula}</translation>
    </message>
    <message>
        <source>activation {formula}</source>
        <translation>活化值 {formula}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏權值</translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation>輸出 {name}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>signal, forwards</source>
        <translation>訊號，前向</translation>
    </message>
    <message>
        <source>sum of all {count} that share w</source>
        <translation>共用此 w 的 {count} 條之和</translation>
    </message>
    <message>
        <source>its part of ∂C/∂w</source>
        <translation>它對 ∂C/∂w 的貢獻</translation>
    </message>
    <message>
        <source>positive parts of all that share w</source>
        <translation>共用 w 的全部正的部分</translation>
    </message>
    <message>
        <source>negative parts</source>
        <translation>負的部分</translation>
    </message>
    <message>
        <source>agreement {share}</source>
        <translation>一致度 {share}</translation>
    </message>
    <message>
        <source>gradient, stays</source>
        <translation>梯度，留在連接上</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>反向傳回</translation>
    </message>
    <message>
        <source>full colour at |w| = {scale}</source>
        <translation>|w| = {scale} 時顏色最濃</translation>
    </message>
    <message>
        <source>layer {layer}, {unit}</source>
        <translation>第 {layer} 層，{unit}</translation>
    </message>
</context>
<context>
    <name>CellWayView</name>
    <message>
        <source>After the next exact measurement the way of a cell over the run stands here.</source>
        <translation>下一次精確測量之後，這裡顯示格子在訓練過程中的變化。</translation>
    </message>
    <message>
        <source>counts by their logarithm</source>
        <translation>個數用對數刻度</translation>
    </message>
    <message>
        <source>updates; a dot is an exact measurement</source>
        <translation>更新次數；每個點是一次精確測量</translation>
    </message>
    <message>
        <source>How many examples the cell has had over the run</source>
        <translation>訓練過程中格子裡的樣本數</translation>
    </message>
    <message>
        <source>The count of the chosen cell at every exact measurement of this run: solid; that of the cell with class and answer exchanged dashed; all others of their kind faint. A click on a dot, or the arrow keys, choose a moment: the matrix then shows what has become more or fewer since. A second click, or Del, subtracts nothing. Who looks back finds a ring at that update, and its counts beside the lines.</source>
        <translation>所選格子在本次訓練每次精確測量時的樣本數：實線；類別與答案互換的格子：虛線；其餘同類的：淡線。點選一個點，或用方向鍵，可以選擇一個時刻：矩陣隨即顯示此後增加或減少了多少。再點一次，或按 Del，則不減去任何時刻。回看時，圓環標出所看的那次更新，線旁的數是那時的樣本數。</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>over the test set, after update {update}</source>
        <translation>在測試集上，第 {update} 次更新後</translation>
    </message>
    <message>
        <source>no test example of {names}</source>
        <translation>測試集中沒有{names}的樣本</translation>
    </message>
    <message>
        <source>hatched</source>
        <translation>斜線處</translation>
    </message>
    <message>
        <source>the shown example is {name}</source>
        <translation>所示樣本是 {name}</translation>
    </message>
    <message>
        <source>Mean output for each class</source>
        <translation>對每一類的平均輸出</translation>
    </message>
    <message>
        <source>For which class this neuron is strongest. The outlined one is the shown example&apos;s class.</source>
        <translation>這個神經元對哪一類最強。帶框的是所示樣本的類。</translation>
    </message>
</context>
<context>
    <name>ClassWords</name>
    <message>
        <source>{right} of {count} right, {wrong} wrong</source>
        <translation>{count} 個中 {right} 個判對，{wrong} 個判錯</translation>
    </message>
    <message>
        <source>of these {count} say no class alone</source>
        <translation>其中 {count} 個沒有唯一的判斷</translation>
    </message>
    <message>
        <source>all mistakes</source>
        <translation>所有判錯的</translation>
    </message>
    <message>
        <source>is {label}, says another</source>
        <translation>應為 {label}，判為別的</translation>
    </message>
    <message>
        <source>says none alone</source>
        <translation>沒有唯一的判斷</translation>
    </message>
    <message>
        <source>is {label}, says none alone</source>
        <translation>應為 {label}，沒有唯一的判斷</translation>
    </message>
    <message>
        <source>says {answer}, is another</source>
        <translation>判為 {answer}，應為別的</translation>
    </message>
    <message>
        <source>is {label}, says {answer}: right</source>
        <translation>應為 {label}，判為 {answer}：正確</translation>
    </message>
    <message>
        <source>is {label}, says {answer}</source>
        <translation>應為 {label}，判為 {answer}</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{count} / {of}</translation>
    </message>
    <message>
        <source>no recall: none of these examples is {name}</source>
        <translation>沒有召回率：這些樣本中沒有一個是 {name}</translation>
    </message>
    <message>
        <source>recall {recall}</source>
        <translation>召回率 {recall}</translation>
    </message>
    <message>
        <source>no precision: none is answered with {name}</source>
        <translation>沒有精確率：沒有一個被判為 {name}</translation>
    </message>
    <message>
        <source>precision {precision}</source>
        <translation>精確率 {precision}</translation>
    </message>
    <message>
        <source>minus those of update {update}</source>
        <translation>減去更新 {update} 時的</translation>
    </message>
    <message>
        <source>minus those of run {name}, update {update}</source>
        <translation>減去訓練「{name}」在更新 {update} 時的</translation>
    </message>
    <message>
        <source>At update {update}: {count}</source>
        <translation>更新 {update} 時：{count}</translation>
    </message>
    <message>
        <source>Run {name}, update {update}: {count}</source>
        <translation>訓練「{name}」，更新 {update} 時：{count}</translation>
    </message>
    <message>
        <source>share of Σ C</source>
        <translation>在 Σ C 中的佔比</translation>
    </message>
    <message>
        <source>share of L</source>
        <translation>在 L 中的佔比</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>{first} to {last} of {count}</source>
        <translation>{first} 至 {last} / {count}</translation>
    </message>
    <message>
        <source>largest y first</source>
        <translation>y 從大到小</translation>
    </message>
    <message>
        <source>largest C first</source>
        <translation>C 從大到小</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>No command is called “{words}”. Try fewer letters.</source>
        <translation>沒有叫「{words}」的命令。請少輸入幾個字。</translation>
    </message>
    <message>
        <source>{command}: not available now</source>
        <translation>{command}：現在不可用</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Type part of a command&apos;s name; arrow keys choose one of those found, and Enter does it.</source>
        <translation>輸入命令名稱的一部分；用方向鍵選擇，按 Enter 執行。</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>命令的名稱</translation>
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
        <translation>關</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>網路結構</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>活化函數</translation>
    </message>
    <message>
        <source>output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>殘差連接</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>初始權重</translation>
    </message>
    <message>
        <source>seed of weights</source>
        <translation>權重的種子</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他樣本</translation>
    </message>
    <message>
        <source>{name}, uniform</source>
        <translation>{name}，均勻</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>參數個數</translation>
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
        <translation>測試集平均 Cⁿ</translation>
    </message>
    <message>
        <source>training right</source>
        <translation>訓練集準確率</translation>
    </message>
    <message>
        <source>test right</source>
        <translation>測試集準確率</translation>
    </message>
    <message>
        <source>example’s C</source>
        <translation>此樣本的 C</translation>
    </message>
    <message>
        <source>C, other examples</source>
        <translation>不同樣本的 C</translation>
    </message>
    <message>
        <source>A and B show different examples</source>
        <translation>A 與 B 顯示的樣本不同</translation>
    </message>
    <message>
        <source>C, with dropout</source>
        <translation>C（有隨機丟棄）</translation>
    </message>
    <message>
        <source>{letter} is shown with neurons dropped</source>
        <translation>{letter} 顯示時有神經元被丟掉</translation>
    </message>
    <message>
        <source>rms ∂C/∂w, {gap}</source>
        <translation>∂C/∂w 均方根，{gap}</translation>
    </message>
    <message>
        <source>How large the gradient of the shown example is there: the root of its mean square</source>
        <translation>所顯示樣本的梯度在那裡有多大：均方根</translation>
    </message>
    <message>
        <source>{name} is on other examples: only runs on the same data see the same batches.</source>
        <translation>{name} 用的是別的樣本：只有資料相同的訓練才有同樣的批次。</translation>
    </message>
    <message>
        <source>{name} takes the examples in another order, as its seed is another: only runs of the same seed see the same batches.</source>
        <translation>{name} 的種子不同，取樣本的順序就不同：只有種子相同的訓練才有同樣的批次。</translation>
    </message>
    <message>
        <source>{name} is, after its newest update, in another epoch: its next batches are others.</source>
        <translation>{name} 在最新一次更新之後處在另一個輪次中：接下來的批次不同。</translation>
    </message>
    <message>
        <source>{name} stands, after its newest update, at another place of the same epoch: its next batches are others.</source>
        <translation>{name} 在最新一次更新之後處在同一輪次中的另一個位置：接下來的批次不同。</translation>
    </message>
    <message>
        <source>{name} has diverged, so it is not trained: its next update makes a number too large to write.</source>
        <translation>{name} 已發散，因此不再訓練：它的下一次更新會產生大到無法表示的數。</translation>
    </message>
    <message>
        <source>{name} is not there any more, so it is not trained.</source>
        <translation>{name} 已不存在，因此不再訓練。</translation>
    </message>
    <message>
        <source>{name} is trained no further: update {update} made a number too large to write. It stays at the update before; the others go on.</source>
        <translation>{name} 不再訓練：第 {update} 次更新出現數值溢位。它停在上一次更新；其他各次訓練繼續。</translation>
    </message>
    <message>
        <source>{name} is trained no further: its test loss has not fallen for as long as its patience lasts, up to update {update}. The others go on.</source>
        <translation>{name} 不再訓練：到第 {update} 次更新為止，測試損失在設定的耐心輪次內沒有再下降。其他各次訓練繼續。</translation>
    </message>
    <message>
        <source>Paused: Space trains both, each on the same batches.</source>
        <translation>已暫停：按空白鍵一起訓練，每次用相同的批次。</translation>
    </message>
    <message>
        <source>{name} has batches of another size than A, after the newest update of each: give both the same there to train them together.</source>
        <translation>在各自最新一次更新之後，{name} 的批次大小與 A 不同：請在那裡設為相同，才能一起訓練。</translation>
    </message>
    <message>
        <source>To train both from one update, look at it in both; where one looks back, click its picture and branch there (B). Then train both.</source>
        <translation>要從同一次更新起一起訓練，請在兩者中都看這次更新；哪一個在回看，就點選它的圖，從那裡分支（B）。然後一起訓練。</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Train together: {name}</source>
        <translation>一起訓練：{name}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Two networks side by side: two runs, or two moments of one run. Both are shown the same example, and full colour stands for the same number in both. What you do to the picture, you do to both. The neurons of B stand in A’s order, sorted or not, so that a place means the same neuron.</source>
        <translation>並排顯示兩個網路：兩次訓練，或一次訓練的兩個時刻。兩者看到同一個樣本，最濃的顏色在兩者中代表同一個數。對圖的操作同時作用於兩者。無論是否排過序，B 的神經元都按 A 的順序排列，因此同一位置是同一個神經元。</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交換 A 和 B</translation>
    </message>
    <message>
        <source>B becomes the run on screen, A stands beside it</source>
        <translation>B 成為螢幕上的訓練，A 改到旁邊</translation>
    </message>
    <message>
        <source>Train both</source>
        <translation>一起訓練</translation>
    </message>
    <message>
        <source>Run and step train both: after each update of A one of B, on the same batch</source>
        <translation>執行和單步同時訓練兩者：A 每更新一次，B 也用同一批次更新一次</translation>
    </message>
    <message>
        <source>Trained together with A</source>
        <translation>與 A 一起訓練</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Show one network again</source>
        <translation>恢復只顯示一個網路</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>What is compared</source>
        <translation>比較的內容</translation>
    </message>
    <message>
        <source>Compare A with B</source>
        <translation>比較 A 與 B</translation>
    </message>
</context>
<context>
    <name>ConfidenceWayView</name>
    <message>
        <source>y of the right answer over the run</source>
        <translation>正確答案的 y 在訓練過程中的變化</translation>
    </message>
    <message>
        <source>Each dot is the y of this example&apos;s right answer when the exact L was measured, with the parameters of that update; the line only joins them.</source>
        <translation>每個點是精確測量 L 時，用那次更新的參數算出的該樣本正確答案的 y；線只是把點連起來。</translation>
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
        <translation>{what}隨更新次數的變化</translation>
    </message>
    <message>
        <source>A dot stands at each update at which it was measured, along with the exact L; lines join neighbours and are broken where something was not measured. A vertical line marks where settings or a parameter were changed. The wheel zooms this plot and that of L, dragging moves both, Up and Down choose a line.</source>
        <translation>每個點對應一次實際測量過的更新，與精確的 L 同時測得；折線連接相鄰的點，沒有測量的地方斷開。豎線標出改變設定或參數的位置。滾輪同時縮放此圖和 L 的曲線圖，拖曳則同時移動兩者，上下方向鍵選擇一條線。</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>對數</translation>
    </message>
    <message>
        <source>Logarithmic: equal heights are equal factors (L, while the plot has the focus)</source>
        <translation>對數座標：相同高度表示相同倍數（焦點在圖上時按 L）</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>顯示整個過程</translation>
    </message>
    <message>
        <source>Show the whole run, and follow it (0, while the plot has the focus)</source>
        <translation>顯示整個訓練過程並跟隨（焦點在圖上時按 0）</translation>
    </message>
    <message>
        <source>Value under the pointer</source>
        <translation>游標處的數值</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Total loss L</source>
        <translation>總損失 L</translation>
    </message>
    <message>
        <source>L over the updates, the test set, and the losses of the batches</source>
        <translation>L 隨更新次數的變化，以及測試集和各批次的損失</translation>
    </message>
    <message>
        <source>C and penalties</source>
        <translation>C 與懲罰項</translation>
    </message>
    <message>
        <source>The mean Cⁿ of the training set, and beside it what L1 and L2 add to what is trained</source>
        <translation>訓練集的平均 Cⁿ，以及 L1、L2 在訓練目標中另加的部分</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How large ∂C/∂w is in each layer: its root mean square over the layer&apos;s weights, for the batch of that update, with L1 and L2, before clipping</source>
        <translation>每一層的 ∂C/∂w 有多大：該層所有權重上的均方根，取自那次更新的批次，包含 L1 和 L2，在裁剪之前</translation>
    </message>
    <message>
        <source>Update to weight</source>
        <translation>更新與權重之比</translation>
    </message>
    <message>
        <source>How far an update moves each layer: the root mean square of ΔW, divided by that of W before it</source>
        <translation>一次更新使每一層改變多少：ΔW 的均方根除以更新前 W 的均方根</translation>
    </message>
    <message>
        <source>Dead or saturated</source>
        <translation>失效或飽和</translation>
    </message>
    <message>
        <source>Which share of each hidden layer&apos;s neurons is dead or saturated over the test set; of feature maps, which share of the maps</source>
        <translation>每個隱藏層在測試集上失效或飽和的神經元所佔比例；對特徵圖則是特徵圖所佔比例</translation>
    </message>
    <message>
        <source>Noise of the gradient</source>
        <translation>梯度的雜訊</translation>
    </message>
    <message>
        <source>How far the gradients of single examples lie apart, measured by their mean: √tr Σ / ‖g‖ of each layer. Σ is of the batch’s examples; of more than {most} it is of the first {most}. Divided by the root of the batch size it is about the relative error of the gradient of a batch drawn at random; gradient descent, whose batch is the whole set, has none</source>
        <translation>各樣本的梯度彼此相差多少（以其平均值為尺度）：每一層的 √tr Σ / ‖g‖。Σ 取自批次的樣本；超過 {most} 個時取前 {most} 個。除以批次大小的平方根，約為隨機抽取的一個批次的梯度的相對誤差；梯度下降的批次就是全部樣本，沒有這種誤差</translation>
    </message>
    <message>
        <source>√tr Σ: first {count} of {whole}</source>
        <translation>√tr Σ：{whole} 個中的前 {count} 個</translation>
    </message>
    <message>
        <source>Nothing yet: the only exact L so far is the one before the first update. It is measured along with the next one.</source>
        <translation>還沒有數值：目前只有第一次更新之前的那個精確的 L。測量下一個精確的 L 時會一起測量它。</translation>
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
        <translation>ΔW 與 W 的均方根之比</translation>
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
        <translation>{what}（對數）</translation>
    </message>
    <message>
        <source>It is measured along with the exact L: nothing is known yet.</source>
        <translation>它與精確的 L 同時測量：目前還沒有資料。</translation>
    </message>
    <message>
        <source>Nothing is counted: this needs a hidden layer, and examples in the test set.</source>
        <translation>沒有可統計的：這需要隱藏層，以及測試集中的樣本。</translation>
    </message>
    <message>
        <source>Of no update measured do gradients differ: a batch of one example has no spread, nor have gradients that are all 0.</source>
        <translation>測過的更新中，各樣本的梯度都沒有差別：只有一個樣本的批次沒有離散程度，全為 0 的梯度也沒有。</translation>
    </message>
    <message>
        <source>Nothing is known yet of the updates before each exact L: train on, and it is measured.</source>
        <translation>每次精確的 L 之前的那次更新還是未知的：繼續訓練，就會測量。</translation>
    </message>
    <message>
        <source>out</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>C + penalties</source>
        <translation>C + 懲罰項</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>輸出層</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 層</translation>
    </message>
    <message>
        <source>dead {dead}, saturated {saturated}</source>
        <translation>失效 {dead}，飽和 {saturated}</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>clouds</source>
        <translation>點團</translation>
    </message>
    <message>
        <source>disc and ring</source>
        <translation>圓盤與環</translation>
    </message>
    <message>
        <source>xor</source>
        <translation>互斥或</translation>
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
        <translation>步階</translation>
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
        <translation>多項式</translation>
    </message>
    <message>
        <source>sum of sines</source>
        <translation>正弦之和</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>手繪</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>contents {checksum}</source>
        <translation>內容 {checksum}</translation>
    </message>
    <message>
        <source>{share} of labels shuffled</source>
        <translation>{share} 的標籤被打亂</translation>
    </message>
    <message>
        <source>noise {share}</source>
        <translation>雜訊 {share}</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Choose a file or a folder first.</source>
        <translation>請先選擇檔案或資料夾。</translation>
    </message>
    <message>
        <source>Draw a curve first, from left to right.</source>
        <translation>請先從左到右畫一條曲線。</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>訓練資料</translation>
    </message>
    <message>
        <source>The examples that the network learns from, and those it is tested with. Other examples begin a new network; Undo brings the old one back.</source>
        <translation>網路學習用的樣本，以及測試它的樣本。換樣本會開始一個新網路；復原可以找回原來的。</translation>
    </message>
    <message>
        <source>Source of the examples</source>
        <translation>樣本的來源</translation>
    </message>
    <message>
        <source>Where the examples come from</source>
        <translation>樣本從哪裡來</translation>
    </message>
    <message>
        <source>Digits (MNIST)</source>
        <translation>數字（MNIST）</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>平面上的點</translation>
    </message>
    <message>
        <source>A curve on the line</source>
        <translation>一元函數的曲線</translation>
    </message>
    <message>
        <source>My own data</source>
        <translation>自己的資料</translation>
    </message>
    <message>
        <source>How much is loaded</source>
        <translation>已載入多少</translation>
    </message>
    <message>
        <source>Learn from these</source>
        <translation>用這些樣本訓練</translation>
    </message>
    <message>
        <source>Begin a new network on these examples</source>
        <translation>用這些樣本開始一個新網路</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop loading, or leave everything as it is</source>
        <translation>停止載入，或一切保持原樣</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>The same seed gives the same examples</source>
        <translation>相同的種子給出相同的樣本</translation>
    </message>
</context>
<context>
    <name>DataPresenter</name>
    <message>
        <source>The training’s process has ended: “Retry” starts it again.</source>
        <translation>訓練處理程序已結束：用「重試」重新啟動它。</translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Draw a curve here.</source>
        <translation>在這裡畫一條曲線。</translation>
    </message>
    <message>
        <source>The examples</source>
        <translation>樣本</translation>
    </message>
    <message>
        <source>Draw a curve from left to right; by keyboard: arrows move the pen, Space lowers and lifts it</source>
        <translation>從左到右畫一條曲線；用鍵盤：方向鍵移動筆，空白鍵落筆和抬筆</translation>
    </message>
    <message>
        <source>The training examples</source>
        <translation>訓練樣本</translation>
    </message>
    <message>
        <source>{drawn} of {count} drawn</source>
        <translation>畫出 {count} 個中的 {drawn} 個</translation>
    </message>
</context>
<context>
    <name>DataRefusal</name>
    <message>
        <source>{path} could not be read (it is not there): choose a file that is there and readable.</source>
        <translation>無法讀取 {path}（檔案不存在）：請選擇存在且可讀的檔案。</translation>
    </message>
    <message>
        <source>{path} could not be read (you may not read it): choose a file that is there and readable.</source>
        <translation>無法讀取 {path}（沒有讀取權限）：請選擇存在且可讀的檔案。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}): choose a file that is there and readable.</source>
        <translation>無法讀取 {path}（{reason}）：請選擇存在且可讀的檔案。</translation>
    </message>
    <message>
        <source>{path} is no name of a file: choose a file.</source>
        <translation>{path} 不是有效的檔名：請選擇一個檔案。</translation>
    </message>
    <message>
        <source>{path} is a folder: choose a file.</source>
        <translation>{path} 是資料夾：請選擇一個檔案。</translation>
    </message>
    <message>
        <source>{path} is not an ordinary file: choose a file.</source>
        <translation>{path} 不是普通檔案：請選擇一個檔案。</translation>
    </message>
    <message>
        <source>{path} is of no kind that can be read: it may be IDX, NPZ with X and y, a table named .csv, .tsv or .txt, or a folder of folders of images.</source>
        <translation>無法辨識 {path} 的類型：可以是 IDX 檔案，含有 X 和 y 的 NPZ 檔案，副檔名為 .csv、.tsv 或 .txt 的表格，或者由若干影像資料夾組成的資料夾。</translation>
    </message>
    <message>
        <source>{path} is a single image: drop it on the canvas, and the network answers it; to learn from images, choose a folder that has a folder of them for each class.</source>
        <translation>{path} 是單張影像：把它拖放到畫布上，網路就會作答；若要從影像中學習，請選擇一個資料夾，其中每個類別有一個裝影像的資料夾。</translation>
    </message>
    <message>
        <source>{path} is empty: it may be IDX, NPZ with X and y, a table named .csv, .tsv or .txt, or a folder of folders of images.</source>
        <translation>{path} 是空檔案：可以是 IDX 檔案，含有 X 和 y 的 NPZ 檔案，副檔名為 .csv、.tsv 或 .txt 的表格，或者由若干影像資料夾組成的資料夾。</translation>
    </message>
    <message>
        <source>{path} is no IDX file of images: only such have a second file, of labels.</source>
        <translation>{path} 不是 IDX 影像檔案：只有 IDX 影像才另有標籤檔案。</translation>
    </message>
    <message>
        <source>{path} was changed while it was read: read it again.</source>
        <translation>{path} 在讀取過程中被改動：請重新讀取。</translation>
    </message>
    <message>
        <source>{path} holds other examples by now: put the old ones back there.</source>
        <translation>{path} 中的樣本已與當時不同：請把原來的樣本放回原處。</translation>
    </message>
    <message>
        <source>{path} needs {megabytes} MB of memory: take fewer examples or fewer numbers.</source>
        <translation>{path} 需要 {megabytes} MB 記憶體：請減少樣本數或每個樣本的數值個數。</translation>
    </message>
    <message>
        <source>{path} needs more memory than there is: take fewer examples or numbers.</source>
        <translation>記憶體不足，無法讀取 {path}：請減少樣本數或數值個數。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: gzip&apos;s stream has no end; copy it again.</source>
        <translation>{path} 不完整：gzip 資料沒有結尾，請重新複製該檔案。</translation>
    </message>
    <message>
        <source>{path} goes on after its end: nothing but gzip&apos;s streams may be in the file.</source>
        <translation>{path} 的結尾之後還有內容：檔案中只能有 gzip 資料。</translation>
    </message>
    <message>
        <source>{path} is damaged: gzip&apos;s data or its checksum is wrong.</source>
        <translation>{path} 已損壞：gzip 資料或總和檢查碼有誤。</translation>
    </message>
    <message>
        <source>{path} is empty: at least two examples are needed, of two classes.</source>
        <translation>{path} 中沒有樣本：至少需要屬於兩個類別的兩個樣本。</translation>
    </message>
    <message>
        <source>{path} holds {count} examples: there may be {limit} at most.</source>
        <translation>{path} 含有 {count} 個樣本：最多 {limit} 個。</translation>
    </message>
    <message>
        <source>{path} holds examples of shape {shape}: each needs at least one number.</source>
        <translation>{path} 中樣本的形狀為 {shape}：每個樣本至少要有一個數。</translation>
    </message>
    <message>
        <source>{path} holds {width} × {height} pixels: an image may be {limit} × {limit} at most.</source>
        <translation>{path} 的大小為 {width} × {height} 像素：影像最大為 {limit} × {limit}。</translation>
    </message>
    <message>
        <source>{path} has {count} numbers an example: there may be {limit} at most.</source>
        <translation>{path} 的每個樣本有 {count} 個數：最多 {limit} 個。</translation>
    </message>
    <message>
        <source>{path} holds {count} numbers: there may be {limit} in all, so take fewer examples.</source>
        <translation>{path} 共有 {count} 個數：總共最多 {limit} 個，請減少樣本數。</translation>
    </message>
    <message>
        <source>{path} has one example for each of its {count} classes: some class needs a second example, to test with.</source>
        <translation>{path} 的 {count} 個類別各只有一個樣本：至少有一個類別需要第二個樣本用於測試。</translation>
    </message>
    <message>
        <source>{path} has an example without a label: each example needs one.</source>
        <translation>{path} 中有樣本沒有標籤：每個樣本都需要標籤。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: a label is {limit} signs at most, of text.</source>
        <translation>{path} 中有標籤 {label}：標籤必須是文字，最多 {limit} 個字元。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: a label has no sign that cannot be seen, so leave {sign} out.</source>
        <translation>{path} 中有標籤 {label}：標籤中不能有看不見的字元，請去掉 {sign}。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: labels are words or whole numbers, one a class.</source>
        <translation>{path} 中有標籤 {label}：標籤應為文字或整數，每個類別一個。</translation>
    </message>
    <message>
        <source>{path} has the label {label}: a label that is a whole number has {limit} digits at most.</source>
        <translation>{path} 有標籤 {label}：作為標籤的整數最多 {limit} 位。</translation>
    </message>
    <message>
        <source>{path} has labels of 1 class: 2 to {limit} classes are needed.</source>
        <translation>{path} 的標籤只有 1 個類別：需要 2 到 {limit} 個類別。</translation>
    </message>
    <message>
        <source>{path} has labels of {count} classes: 2 to {limit} classes are needed.</source>
        <translation>{path} 的標籤有 {count} 個類別：需要 2 到 {limit} 個類別。</translation>
    </message>
    <message>
        <source>{path} is empty: a line for each example is needed.</source>
        <translation>{path} 是空檔案：每個樣本需要一列。</translation>
    </message>
    <message>
        <source>{path} has a header and no example below it: at least two are needed, of two classes.</source>
        <translation>{path} 只有表頭，下面沒有樣本：至少需要屬於兩個類別的兩個樣本。</translation>
    </message>
    <message>
        <source>{path} has a very long line {line}: it may have {limit} bytes.</source>
        <translation>{path} 的第 {line} 列過長：一列最多 {limit} 位元組。</translation>
    </message>
    <message>
        <source>{path} has over {count} lines: there may be {limit} examples.</source>
        <translation>{path} 超過 {count} 列：最多 {limit} 個樣本。</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text in line {line}: save it as UTF-8.</source>
        <translation>{path} 的第 {line} 列不是 UTF-8 文字：請以 UTF-8 編碼儲存。</translation>
    </message>
    <message>
        <source>{path} has 1 column: 2 to {limit} are needed, separated by commas, semicolons or tabs.</source>
        <translation>{path} 只有 1 欄：需要 2 到 {limit} 欄，以逗號、分號或定位字元分隔。</translation>
    </message>
    <message>
        <source>{path} has {count} columns: 2 to {limit} are needed, separated by commas, semicolons or tabs.</source>
        <translation>{path} 有 {count} 欄：需要 2 到 {limit} 欄，以逗號、分號或定位字元分隔。</translation>
    </message>
    <message>
        <source>{path} has over {limit} different labels in column {column}: there may be {limit}; name the column that has the labels &apos;label&apos;.</source>
        <translation>{path} 第 {column} 欄有 {limit} 種以上的標籤，最多 {limit} 種：請把標籤所在的欄命名為 &apos;label&apos;。</translation>
    </message>
    <message>
        <source>{path} has over {limit} different labels in column {column}: there may be {limit}, so join classes, or leave examples out.</source>
        <translation>{path} 第 {column} 欄有 {limit} 種以上的標籤，最多 {limit} 種：請合併一些類別，或去掉一些樣本。</translation>
    </message>
    <message>
        <source>{path} has over {limit} different labels in column {column}: there may be {limit}, so choose another column with the labels, or join classes.</source>
        <translation>{path} 第 {column} 欄有 {limit} 種以上的標籤，最多 {limit} 種：請另選標籤所在的欄，或合併一些類別。</translation>
    </message>
    <message>
        <source>{path} cannot be split into columns in line {line}: a field that begins with a quotation mark ends with one.</source>
        <translation>{path} 的第 {line} 列無法分欄：以引號開頭的欄位必須以引號結尾。</translation>
    </message>
    <message>
        <source>{path} has {count} columns in line {line}: the first line has {expected}.</source>
        <translation>{path} 的第 {line} 列有 {count} 欄：第一列有 {expected} 欄。</translation>
    </message>
    <message>
        <source>{path} has decimal points and decimal commas up to line {line}: write all of them with one of the two.</source>
        <translation>{path} 到第 {line} 列為止同時用了「.」和「,」作小數點：請只用其中一種。</translation>
    </message>
    <message>
        <source>{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there may be numbers only, so correct it, or leave such columns out.</source>
        <translation>{path} 第 {line} 列應為數值處卻是 {text}：標籤取自第 {column} 欄，其餘各欄只能有數值；請改正它，或去掉其他欄中的文字。</translation>
    </message>
    <message>
        <source>{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there may be numbers only, so choose the column with the labels, or leave such columns out.</source>
        <translation>{path} 第 {line} 列應為數值處卻是 {text}：標籤取自第 {column} 欄，其餘各欄只能有數值；請選擇標籤所在的欄，或去掉其他欄中的文字。</translation>
    </message>
    <message>
        <source>{path} has an empty field in line {line}, column {column}, where a number is needed: fill it in, or leave the line out.</source>
        <translation>{path} 第 {line} 列第 {column} 欄應有數值，卻是空的：請補上數值，或刪去這一列。</translation>
    </message>
    <message>
        <source>{path} has {text} in line {line}: a number may be {largest} at most, or as far below 0.</source>
        <translation>{path} 第 {line} 列有 {text}：數值的絕對值最大為 {largest}。</translation>
    </message>
    <message>
        <source>{path} has a number in line {line} that is not finite: leave out or fill in what is missing.</source>
        <translation>{path} 的第 {line} 列有非有限的數值：請刪去或補全缺失的資料。</translation>
    </message>
    <message>
        <source>{path} is no IDX file of images: it begins with 00 00 08 03 and the sizes.</source>
        <translation>{path} 不是 IDX 影像檔案：這種檔案以 00 00 08 03 和各維大小開頭。</translation>
    </message>
    <message>
        <source>{path} is no IDX file of labels: it begins with 00 00 08 01 and the sizes.</source>
        <translation>{path} 不是 IDX 標籤檔案：這種檔案以 00 00 08 01 和各維大小開頭。</translation>
    </message>
    <message>
        <source>{path} has no labels beside it: choose the file with the labels as well.</source>
        <translation>{path} 旁邊沒有標籤檔案：請同時選擇標籤檔案。</translation>
    </message>
    <message>
        <source>{path} holds {count} labels: the images in {images} are {expected}.</source>
        <translation>{path} 含有 {count} 個標籤：而 {images} 中有 {expected} 個影像。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes: by its header it has {expected}.</source>
        <translation>{path} 有 {count} 位元組：按檔頭應有 {expected} 位元組。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: by its header it has {count} examples.</source>
        <translation>{path} 不完整：按檔頭應有 {count} 個樣本。</translation>
    </message>
    <message>
        <source>{path} goes on after its end: by its header it has {count} examples.</source>
        <translation>{path} 的結尾之後還有內容：按檔頭應有 {count} 個樣本。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes: an image may have {limit}.</source>
        <translation>{path} 有 {count} 位元組：一個影像檔案最多 {limit} 位元組。</translation>
    </message>
    <message>
        <source>{path} is a huge image: it may have {limit} × {limit} pixels.</source>
        <translation>{path} 的影像過大：最大為 {limit} × {limit} 像素。</translation>
    </message>
    <message>
        <source>{path} cannot be read as an image: PNG, JPEG, BMP and GIF can be read.</source>
        <translation>無法將 {path} 作為影像讀取：可讀取 PNG、JPEG、BMP 和 GIF。</translation>
    </message>
    <message>
        <source>{path} is damaged: a BMP has a palette of 256 colours at most.</source>
        <translation>{path} 已損壞：BMP 的調色盤最多 256 種顏色。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: a PNG ends with IEND; copy it again.</source>
        <translation>{path} 不完整：PNG 以 IEND 結尾，請重新複製該檔案。</translation>
    </message>
    <message>
        <source>{path} is damaged: a checksum in it is wrong; copy it again.</source>
        <translation>{path} 已損壞：其中一個總和檢查碼有誤，請重新複製該檔案。</translation>
    </message>
    <message>
        <source>{path} is damaged: its pixels cannot be unpacked.</source>
        <translation>{path} 已損壞：無法解壓縮其像素。</translation>
    </message>
    <message>
        <source>{path} lacks pixels: a PNG has all that its header says.</source>
        <translation>{path} 缺少像素：PNG 必須包含檔頭所說的全部像素。</translation>
    </message>
    <message>
        <source>{path} has no folders of images: put each class&apos;s images into a folder of its name.</source>
        <translation>{path} 中沒有影像資料夾：請把每個類別的影像放入以該類別命名的資料夾。</translation>
    </message>
    <message>
        <source>{path} has over {limit} folders: 2 to {limit} are needed, one a class.</source>
        <translation>{path} 中有超過 {limit} 個資料夾：需要 2 到 {limit} 個，每個類別一個。</translation>
    </message>
    <message>
        <source>{path} has no images: put PNG, JPEG, BMP or GIF files into it, or take it away.</source>
        <translation>{path} 中沒有影像：請放入 PNG、JPEG、BMP 或 GIF 檔案，或移走該資料夾。</translation>
    </message>
    <message>
        <source>{path} has over {limit} images: there may be {limit} in all.</source>
        <translation>{path} 中有超過 {limit} 個影像：總共最多 {limit} 個。</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels and {first} {first_width} × {first_height}: all must be of the same size, or be made into ink.</source>
        <translation>{path} 為 {width} × {height} 像素，而 {first} 為 {first_width} × {first_height}：所有影像的大小必須相同，或者轉換為墨跡。</translation>
    </message>
    <message>
        <source>{path} has no ink: it must be darker, or brighter, than its edge.</source>
        <translation>{path} 中沒有墨跡：它必須比邊緣更暗或更亮。</translation>
    </message>
    <message>
        <source>{path} is a link: put the image itself there.</source>
        <translation>{path} 是一個連結：請把影像本身放在那裡。</translation>
    </message>
    <message>
        <source>{path} is a folder that is called as no class is: give it the name of one.</source>
        <translation>{path} 是一個資料夾，但沒有類別叫這個名字：請用某個類別的名稱為它命名。</translation>
    </message>
    <message>
        <source>{path} does not begin with the name of a class: give it one, or put it into a folder of a class.</source>
        <translation>{path} 的檔名不以類別名稱開頭：請加上類別名稱，或把它放進某個類別的資料夾。</translation>
    </message>
    <message>
        <source>{path} is a folder in the folder of a class: put its images beside it.</source>
        <translation>{path} 是類別資料夾中的資料夾：請把其中的影像放到它旁邊。</translation>
    </message>
    <message>
        <source>{path} is damaged: it must be a zip of arrays.</source>
        <translation>{path} 已損壞：它必須是由陣列組成的 zip 檔案。</translation>
    </message>
    <message>
        <source>{path} has no array {name}, only {found}: it must have the arrays X and y.</source>
        <translation>{path} 中沒有陣列 {name}，只有 {found}：必須有陣列 X 和 y。</translation>
    </message>
    <message>
        <source>{path} has no array at all: it must have the arrays X and y.</source>
        <translation>{path} 中沒有任何陣列：必須有陣列 X 和 y。</translation>
    </message>
    <message>
        <source>{path} has X of shape {shape} and type {type}: it must be (N, n) numbers or (N, height, width) grey pixels.</source>
        <translation>{path} 中 X 的形狀為 {shape}、類型為 {type}：應為 (N, n) 的數值，或 (N, height, width) 的灰階像素。</translation>
    </message>
    <message>
        <source>{path} has y of shape {shape}: it must be {expected}, a label for each of X.</source>
        <translation>{path} 中 y 的形狀為 {shape}：應為 {expected}，即 X 的每個樣本一個標籤。</translation>
    </message>
    <message>
        <source>{path} packs {name} in an unusual way: write it with numpy.savez.</source>
        <translation>{path} 以不常見的方式壓縮了 {name}：請用 numpy.savez 儲存。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes in {name}: there may be {limit}, so save it as float32 or uint8, or take fewer examples.</source>
        <translation>{path} 的 {name} 有 {count} 位元組：最多 {limit} 位元組，請儲存為 float32 或 uint8，或減少樣本數。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes in {name}: by its header of shape {shape} it has {expected}.</source>
        <translation>{path} 的 {name} 有 {count} 位元組：按其檔頭的形狀 {shape} 應有 {expected} 位元組。</translation>
    </message>
    <message>
        <source>{path} has pickled objects in {name}: save plain numbers, for objects are never read.</source>
        <translation>{path} 的 {name} 中有 pickle 物件：請只儲存數值，因為物件一律不會被讀取。</translation>
    </message>
    <message>
        <source>{path} has values of type {type} in {name}: numbers or short words can be read.</source>
        <translation>{path} 的 {name} 中數值的類型為 {type}：只能讀取數值或較短的文字。</translation>
    </message>
    <message>
        <source>{path} has {count} different labels in y: there may be {limit}.</source>
        <translation>{path} 的 y 中有 {count} 種標籤：最多 {limit} 種。</translation>
    </message>
    <message>
        <source>{path} has labels in y that are no text: labels are words or whole numbers.</source>
        <translation>{path} 的 y 中有的標籤不是文字：標籤應為文字或整數。</translation>
    </message>
    <message>
        <source>{path} has numbers up to {number} in X: they may be {largest} at most, or as far below 0.</source>
        <translation>{path} 的 X 中數值的絕對值達到 {number}：最大為 {largest}。</translation>
    </message>
    <message>
        <source>{path} has a number in X that is not finite: leave out or fill in what is missing.</source>
        <translation>{path} 的 X 中有非有限的數值：請刪去或補全缺失的資料。</translation>
    </message>
    <message>
        <source>{path} has a pixel of {value} in X: grey is 0 or more, and numbers that are no grey have the shape {shape}.</source>
        <translation>{path} 的 X 中有像素值 {value}：灰階不小於 0；不是灰階的數值，其形狀應為 {shape}。</translation>
    </message>
    <message>
        <source>The digits could not be read from {path} ({reason}): put the file back from a fresh copy of Backlight.</source>
        <translation>無法從 {path} 讀取手寫數字（{reason}）：請從一份新的 Backlight 中恢復該檔案。</translation>
    </message>
    <message>
        <source>The digits in {path} are damaged: put the file back from a fresh copy of Backlight.</source>
        <translation>{path} 中的手寫數字已損壞：請從一份新的 Backlight 中恢復該檔案。</translation>
    </message>
    <message>
        <source>Nothing that was saved can be read: start Backlight again.</source>
        <translation>儲存的內容都無法讀取：請重新啟動 Backlight。</translation>
    </message>
    <message>
        <source>Shuffled labels {value}: give a share from 0 to {largest}.</source>
        <translation>打亂標籤的比例 {value} 無效：請輸入 0 到 {largest} 之間的比例。</translation>
    </message>
    <message>
        <source>Noise {value}: give a share from 0 to {largest}.</source>
        <translation>雜訊 {value} 無效：請輸入 0 到 {largest} 之間的比例。</translation>
    </message>
    <message>
        <source>Classes {value}: give two or more different ones from 0 to {largest}.</source>
        <translation>類別 {value} 無效：請給出 0 到 {largest} 之間兩個或更多不同的類別。</translation>
    </message>
    <message>
        <source>{value} digits: give a whole number from 1 to {largest}.</source>
        <translation>數字個數 {value} 無效：請輸入 1 到 {largest} 之間的整數。</translation>
    </message>
    <message>
        <source>{value} points: give a whole number from {least} to {largest}.</source>
        <translation>點數 {value} 無效：請輸入 {least} 到 {largest} 之間的整數。</translation>
    </message>
    <message>
        <source>Noise {value}: give a number from {least} to {largest}.</source>
        <translation>雜訊 {value} 無效：請輸入 {least} 到 {largest} 之間的數。</translation>
    </message>
    <message>
        <source>Share for the test {value}: give a number from {least} to {largest}.</source>
        <translation>測試集比例 {value} 無效：請輸入 {least} 到 {largest} 之間的數。</translation>
    </message>
    <message>
        <source>{value} classes of {kind}: give 2.</source>
        <translation>{kind} 的類別數 {value} 無效：只能有 2 類。</translation>
    </message>
    <message>
        <source>{value} classes of {kind}: give a whole number from 2 to {largest}.</source>
        <translation>{kind} 的類別數 {value} 無效：請輸入 2 到 {largest} 之間的整數。</translation>
    </message>
    <message>
        <source>All points lie above one another: draw from left to right.</source>
        <translation>所有的點都在同一條豎線上：請從左到右畫。</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels: it may have {limit} × {limit} at most, unless images become ink.</source>
        <translation>{path} 的大小為 {width} × {height} 像素：最大為 {limit} × {limit}，除非把影像轉換為墨跡。</translation>
    </message>
    <message>
        <source>{path} holds numbers up to {largest}, too large to learn from: let its columns be standardised.</source>
        <translation>{path} 中的數值最大達到 {largest}，過大而無法訓練：請把各欄標準化。</translation>
    </message>
    <message>
        <source>{path} has {count} columns: its labels were to be in column {column}, so choose another one.</source>
        <translation>{path} 有 {count} 欄，而標籤應在第 {column} 欄：請重新選擇標籤所在的欄。</translation>
    </message>
    <message>
        <source>{path} has {count} columns in line {line} and {expected} in the first: if its numbers have decimal commas, write points, or separate the columns by semicolons.</source>
        <translation>{path} 的第 {line} 列有 {count} 欄，而第一列有 {expected} 欄：如果用逗號作小數點，請改用「.」，或用分號分欄。</translation>
    </message>
    <message>
        <source>{path} has 1 column in line {line}: the first line has {expected}.</source>
        <translation>{path} 的第 {line} 列有 1 欄：第一列有 {expected} 欄。</translation>
    </message>
    <message>
        <source>{path} has 1 column in line {line} and {expected} in the first: if its numbers have decimal commas, write points, or separate the columns by semicolons.</source>
        <translation>{path} 的第 {line} 列有 1 欄，而第一列有 {expected} 欄：如果用逗號作小數點，請改用「.」，或用分號分欄。</translation>
    </message>
    <message>
        <source>{path} holds 1 label: the images in {images} are {expected}.</source>
        <translation>{path} 含有 1 個標籤：而 {images} 中有 {expected} 個影像。</translation>
    </message>
    <message>
        <source>{path} stops in the middle: by its header it has 1 example.</source>
        <translation>{path} 不完整：按檔頭應有 1 個樣本。</translation>
    </message>
    <message>
        <source>{path} goes on after its end: by its header it has 1 example.</source>
        <translation>{path} 的結尾之後還有內容：按檔頭應有 1 個樣本。</translation>
    </message>
</context>
<context>
    <name>DifferenceStrip</name>
    <message>
        <source>B is on its way.</source>
        <translation>B 即將顯示。</translation>
    </message>
    <message>
        <source>B − A of the weights needs the same structure: A is {a}, B is {b}.</source>
        <translation>權重之差 B − A 要求網路結構相同：A 是 {a}，B 是 {b}。</translation>
    </message>
    <message>
        <source>B − A of the weights would compare other neurons: residual connections keep those of B from standing in A’s order (O).</source>
        <translation>B − A 的權重比較的將不是同一個神經元：殘差連接使 B 的神經元不能按 A 的順序（O）排列。</translation>
    </message>
    <message>
        <source>Weights, B − A</source>
        <translation>權重之差 B − A</translation>
    </message>
    <message>
        <source>update {update} of both</source>
        <translation>兩者均為更新 {update}</translation>
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
        <translation>顏色最濃處為 {scale}</translation>
    </message>
    <message>
        <source>a cell: of {n}×{n} the largest |Δw|</source>
        <translation>每格：{n}×{n} 個中最大的 |Δw|</translation>
    </message>
    <message>
        <source>same start</source>
        <translation>初始權重相同</translation>
    </message>
    <message>
        <source>different starts</source>
        <translation>初始權重不同</translation>
    </message>
    <message>
        <source>rms {rms}</source>
        <translation>均方根 {rms}</translation>
    </message>
    <message>
        <source>{gap}, weight {source}: Δw = {change} (A {a}, B {b})</source>
        <translation>{gap}，權重 {source}：Δw = {change}（A {a}，B {b}）</translation>
    </message>
    <message>
        <source>{gap}, weight {source} of map {target}: Δw = {change} (A {a}, B {b})</source>
        <translation>{gap}，特徵圖 {target} 的權重 {source}：Δw = {change}（A {a}，B {b}）</translation>
    </message>
    <message>
        <source>Each cell is one weight: what it is in B minus what it is in A. Behind the input picture each neuron has a picture of its weights; every other gap is a matrix with a row for each neuron and a column for each of its inputs. One scale for all gaps: full colour is the 99th percentile of |Δw| in the gap where that is largest. rms: the root of the mean square of all Δw of the gap.</source>
        <translation>每格是一個權重：它在 B 中的值減去在 A 中的值。輸入圖之後，每個神經元有一幅自己的權重圖；其餘每個層間是一個矩陣，每列一個神經元，每欄是它的一個輸入。所有層間用同一個色階：顏色最濃處是 |Δw| 的第 99 百分位數，取最大的那個層間。均方根：該層間全部 Δw 的均方根。</translation>
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
        <translation>{gap}，從 {source} 到 {target}：Δw = {change}（A {a}，B {b}）</translation>
    </message>
</context>
<context>
    <name>DigitCanvas</name>
    <message>
        <source>Clear the drawing</source>
        <translation>清除手寫</translation>
    </message>
    <message>
        <source>Draw a digit here.</source>
        <translation>在這裡畫一個數字。</translation>
    </message>
    <message>
        <source>Pen stroke</source>
        <translation>筆畫</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Canvas for a digit</source>
        <translation>數字畫布</translation>
    </message>
    <message>
        <source>By keyboard: arrows move the pen, Space lowers and lifts it, E takes the eraser, Delete clears.</source>
        <translation>用鍵盤：方向鍵移動筆，空白鍵落筆和抬筆，E 換橡皮擦，Delete 清除。</translation>
    </message>
    <message>
        <source>Draw a digit with mouse, pen or finger. Its size, place and slant are made like those of the training digits before the network reads it.</source>
        <translation>用滑鼠、筆或手指畫一個數字。網路讀取之前，它的大小、位置和傾斜會調整得與訓練數字一樣。</translation>
    </message>
    <message>
        <source>Two arrows move diagonally; with Shift in smaller steps. Escape leaves the keyboard&apos;s pen.</source>
        <translation>同按兩個方向鍵斜著移動；加 Shift 步子更小。Esc 離開鍵盤筆。</translation>
    </message>
    <message>
        <source>The keyboard’s pen is put away; an arrow key takes it.</source>
        <translation>鍵盤筆已收起；按方向鍵重新拿起。</translation>
    </message>
    <message>
        <source>eraser down, {across} % from the left, {down} % from the top</source>
        <translation>橡皮擦落下，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>eraser up, {across} % from the left, {down} % from the top</source>
        <translation>橡皮擦抬起，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>pen down, {across} % from the left, {down} % from the top</source>
        <translation>落筆，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>pen up, {across} % from the left, {down} % from the top</source>
        <translation>抬筆，距左 {across}%，距上 {down}%</translation>
    </message>
    <message>
        <source>Draw one of these here: {classes}</source>
        <translation>請在這裡畫其中一種：{classes}</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>貼上影像</translation>
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
        <translation>測試樣本的類別</translation>
    </message>
    <message>
        <source>Which test examples to choose from</source>
        <translation>從哪些測試樣本中選</translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation>看一個判錯的樣本</translation>
    </message>
    <message>
        <source>Previous test example</source>
        <translation>上一個測試樣本</translation>
    </message>
    <message>
        <source>Show the previous test example</source>
        <translation>顯示上一個測試樣本</translation>
    </message>
    <message>
        <source>Next test example</source>
        <translation>下一個測試樣本</translation>
    </message>
    <message>
        <source>Show the next test example</source>
        <translation>顯示下一個測試樣本</translation>
    </message>
    <message>
        <source>Random test example</source>
        <translation>隨機測試樣本</translation>
    </message>
    <message>
        <source>Show a test example drawn by lot</source>
        <translation>隨機顯示一個測試樣本</translation>
    </message>
    <message>
        <source>Show a test example that the network gets wrong now</source>
        <translation>顯示一個網路現在判錯的測試樣本</translation>
    </message>
    <message>
        <source>Choose a test example</source>
        <translation>選一個測試樣本</translation>
    </message>
    <message>
        <source>Show the examples that the training works on again</source>
        <translation>重新顯示訓練正在使用的樣本</translation>
    </message>
    <message>
        <source>Back to training examples</source>
        <translation>返回訓練樣本</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回訓練樣本</translation>
    </message>
    <message>
        <source>Examples of the test set: the network was never trained on them. They are watched, and stay on screen until you go back to the training examples.</source>
        <translation>測試集的樣本：網路從未用它們訓練過。它們只供觀察，會一直留在螢幕上，直到你返回訓練樣本。</translation>
    </message>
</context>
<context>
    <name>DigitPresenter</name>
    <message>
        <source>The network gets no such test example wrong.</source>
        <translation>這樣的測試樣本網路一個也沒有判錯。</translation>
    </message>
    <message>
        <source>The test set has no such example.</source>
        <translation>測試集裡沒有這樣的樣本。</translation>
    </message>
    <message>
        <source>The canvas is empty.</source>
        <translation>畫布已清空。</translation>
    </message>
    <message>
        <source>your drawing: watched, not trained on</source>
        <translation>你畫的數字：只觀看，不用於訓練</translation>
    </message>
    <message>
        <source>own {number}, a {label}: watched, not trained on</source>
        <translation>自己的樣本 {number}，{label}：不用於訓練</translation>
    </message>
    <message>
        <source>test digit {index}, a {label}: watched, not trained on</source>
        <translation>第 {index} 個測試樣本：數字 {label}；只觀看，不用於訓練</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 個訓練樣本：數字 {label}</translation>
    </message>
    <message>
        <source>test example {index}: {label}; not trained on</source>
        <translation>第 {index} 個測試樣本：{label}；不用於訓練</translation>
    </message>
    <message>
        <source>training example {index}: {label}</source>
        <translation>第 {index} 個訓練樣本：{label}</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>第 {label} 類</translation>
    </message>
    <message>
        <source>with dropout: not in L</source>
        <translation>含隨機丟棄：不計入 L</translation>
    </message>
    <message>
        <source>1 of {count} in L</source>
        <translation>L 的 {count} 項之一</translation>
    </message>
    <message>
        <source>not in L: watched only</source>
        <translation>不計入 L：只觀看</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>第 {index} 個訓練樣本：標籤 {label}（已打亂）</translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message>
        <source>Which digits</source>
        <translation>哪些數字</translation>
    </message>
    <message>
        <source>At least two classes are needed to tell them apart.</source>
        <translation>至少要有兩類，才談得上區分。</translation>
    </message>
    <message>
        <source>Learn from the digit {digit}</source>
        <translation>學習數字 {digit}</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>樣本數</translation>
    </message>
    <message>
        <source>Labels shuffled, %</source>
        <translation>打亂標籤，%</translation>
    </message>
    <message>
        <source>Noise, %</source>
        <translation>雜訊，%</translation>
    </message>
    <message>
        <source>Number of training digits, equally many of each class where there are enough; fewer are learned by heart sooner</source>
        <translation>訓練數字的個數，各類盡量一樣多；越少越容易被背下來</translation>
    </message>
    <message>
        <source>This share of the training labels is shuffled: they can only be learned by heart</source>
        <translation>這麼多訓練標籤互換位置：只能死記硬背</translation>
    </message>
    <message>
        <source>This share of the pixels is inverted, in training and test digits</source>
        <translation>訓練和測試數字中這麼多像素被翻轉</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw</source>
        <translation>手寫</translation>
    </message>
    <message>
        <source>Draw a digit or choose an example, and watch the network read it. It stays on screen until you release it, and is never trained on.</source>
        <translation>畫一個數字或選一個樣本，看網路怎樣讀它。它一直顯示到你按「返回訓練樣本」，絕不用於訓練。</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>清空畫布</translation>
    </message>
    <message>
        <source>Remove the whole drawing</source>
        <translation>清除全部手寫</translation>
    </message>
    <message>
        <source>The network reads</source>
        <translation>網路看到的輸入</translation>
    </message>
    <message>
        <source>No drawing yet: no answer.</source>
        <translation>還沒有手寫：沒有答案。</translation>
    </message>
    <message>
        <source>By keyboard: arrows move the pen, Space lowers it.</source>
        <translation>用鍵盤：方向鍵移動筆，空白鍵落筆。</translation>
    </message>
    <message>
        <source>Show the drawing</source>
        <translation>顯示手寫</translation>
    </message>
    <message>
        <source>Let the network read your drawing again</source>
        <translation>讓網路再讀一次你的手寫</translation>
    </message>
    <message>
        <source>A drawing is ink on 16 × 16 pixels, and these examples are other pictures: choose one of the test set.</source>
        <translation>手寫的是 16 × 16 像素的墨跡，而這些樣本是另一種影像：請從測試集中選一個。</translation>
    </message>
    <message>
        <source>A drawing is ink on 16 × 16 pixels, and these examples are numbers: choose one of the test set.</source>
        <translation>手寫的是 16 × 16 像素的墨跡，而這些樣本是數值：請從測試集中選一個。</translation>
    </message>
    <message>
        <source>There is no image on the clipboard: copy one, then paste it here.</source>
        <translation>剪貼簿中沒有影像：請先複製一張影像，再貼到這裡。</translation>
    </message>
    <message>
        <source>No ink was found in the image: a drawing must be darker, or brighter, than its edge.</source>
        <translation>影像中沒有發現墨跡：圖案必須比影像邊緣更暗或更亮。</translation>
    </message>
    <message>
        <source>There are {count} files on the clipboard: copy one image, then paste it here.</source>
        <translation>剪貼簿上有 {count} 個檔案：請只複製一張影像，再貼到這裡。</translation>
    </message>
    <message>
        <source>The image has {width} × {height} pixels: it may have {limit} in all, so make it smaller first.</source>
        <translation>影像有 {width} × {height} 個像素：總共最多 {limit} 個，請先把它縮小。</translation>
    </message>
    <message>
        <source>The image did not arrive: drop it again, or save it and drop its file.</source>
        <translation>影像沒有傳過來：請重新拖放，或先儲存，再拖放它的檔案。</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>貼上影像</translation>
    </message>
    <message>
        <source>Let the network read the image on the clipboard, scaled and centred like a drawing</source>
        <translation>讓網路讀取剪貼簿中的影像，像手寫一樣縮放並置中</translation>
    </message>
</context>
<context>
    <name>DrawTools</name>
    <message>
        <source>The drawings and images that you have kept: none yet</source>
        <translation>你保留的手寫和影像：還沒有</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>筆</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手寫</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Erase what the pointer passes over</source>
        <translation>擦掉游標經過的部分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Take back the last stroke or erasure</source>
        <translation>收回上一筆或上一次擦除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove the whole drawing</source>
        <translation>清除全部手寫</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>保留手寫</translation>
    </message>
    <message>
        <source>Keep the drawing in your own test set</source>
        <translation>把手寫保留到自己的測試集</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的測試集</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>The lecture&apos;s three steps</source>
        <translation>課程的三個步驟</translation>
    </message>
</context>
<context>
    <name>DropPresenter</name>
    <message>
        <source>Drop one file at a time: only IDX images and their labels belong together.</source>
        <translation>請一次只拖放一個檔案：只有 IDX 影像和它們的標籤可以一起拖放。</translation>
    </message>
</context>
<context>
    <name>EdgeValueSwitch</name>
    <message>
        <source>What the connections show</source>
        <translation>連接顯示什麼</translation>
    </message>
</context>
<context>
    <name>EditPresenter</name>
    <message>
        <source>{symbol} is {value} again; what was trained since stays.</source>
        <translation>{symbol} 又是 {value}；之後訓練的結果保留。</translation>
    </message>
    <message>
        <source>Nothing was changed: the run is on its way back to its last finite weights. Try again in a moment.</source>
        <translation>沒有改動：訓練正在退回到最後一組有限的權重。請稍後再試。</translation>
    </message>
    <message>
        <source>Nothing was changed: the neurons have just moved, or this run has ended.</source>
        <translation>沒有改動：神經元剛剛換了位置，或者這次訓練已經結束。</translation>
    </message>
    <message>
        <source>Edit {symbol} (this number only)</source>
        <translation>修改 {symbol}（只改這一個數）</translation>
    </message>
</context>
<context>
    <name>EngineClient</name>
    <message>
        <source>it wrote what can’t be read</source>
        <translation>它寫出的內容無法讀取</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>它沒有回應</translation>
    </message>
</context>
<context>
    <name>EngineEndPresenter</name>
    <message>
        <source>The training’s process ends again and again ({how}), so nothing can be trained now.</source>
        <translation>訓練處理程序一再結束（{how}），目前無法訓練。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
</context>
<context>
    <name>EngineProcess</name>
    <message>
        <source>exit code {code}</source>
        <translation>結束碼 {code}</translation>
    </message>
    <message>
        <source>it crashed: {what}</source>
        <translation>它崩潰了：{what}</translation>
    </message>
    <message>
        <source>it was killed from outside, as happens where memory runs out</source>
        <translation>它從外部遭到終止，記憶體用盡時會這樣</translation>
    </message>
    <message>
        <source>it was ended from outside</source>
        <translation>它被外部結束</translation>
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
        <translation>出了點問題</translation>
    </message>
    <message>
        <source>Something went wrong in Backlight: {error}</source>
        <translation>Backlight 出了點問題：{error}</translation>
    </message>
    <message>
        <source>You can go on. To have it mended, copy the details and send them to the authors.</source>
        <translation>你可以繼續。想讓它得到修復，請複製詳情並寄給作者。</translation>
    </message>
    <message>
        <source>It happened {count} times.</source>
        <translation>已發生 {count} 次。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Where in the program it happened</source>
        <translation>發生在程式的哪裡</translation>
    </message>
    <message>
        <source>An error that the program did not expect, with the details to report it.</source>
        <translation>程式沒有預料到的錯誤，附有用於報告的詳情。</translation>
    </message>
    <message>
        <source>Copy the details, with versions, settings and the end of the log</source>
        <translation>複製詳情，連同版本、設定和記錄檔末尾</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>複製詳情</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>詳情已複製</translation>
    </message>
</context>
<context>
    <name>EventPresenter</name>
    <message>
        <source>Update {update}: L is back above guessing: mean Cⁿ = {mean}, {guessing}.</source>
        <translation>第 {update} 次更新：L 又高於隨機猜測：平均 Cⁿ = {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Update {update}: L is back above what the mean as every answer costs: mean Cⁿ = {mean}, {guessing}.</source>
        <translation>第 {update} 次更新：L 又高於總答平均值：平均 Cⁿ = {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Update {update}: all neurons of layer {layer} are dead.</source>
        <translation>第 {update} 次更新：第 {layer} 層的神經元全部失效。</translation>
    </message>
    <message>
        <source>Update {update}: all neurons of the layers {layer} are dead.</source>
        <translation>第 {update} 次更新：第 {layer} 層的神經元全部失效。</translation>
    </message>
    <message>
        <source>For each of the {count} test examples their f′(z) is 0, so no gradient passes through f.</source>
        <translation>對 {count} 個測試樣本中的每一個，它們的 f′(z) 都是 0，沒有梯度能通過 f。</translation>
    </message>
    <message>
        <source>For the only test example their f′(z) is 0, so no gradient passes through f.</source>
        <translation>對唯一的測試樣本，它們的 f′(z) 都是 0，沒有梯度能通過 f。</translation>
    </message>
    <message>
        <source>For each of the {count} test examples their f′(z) is nearly 0, so hardly any gradient passes through f.</source>
        <translation>對 {count} 個測試樣本中的每一個，它們的 f′(z) 都幾乎是 0，梯度幾乎無法通過 f。</translation>
    </message>
    <message>
        <source>For the only test example their f′(z) is nearly 0, so hardly any gradient passes through f.</source>
        <translation>對唯一的測試樣本，它們的 f′(z) 都幾乎是 0，梯度幾乎無法通過 f。</translation>
    </message>
    <message>
        <source>The residual connection still carries all of it past layer {passed}.</source>
        <translation>殘差連接仍把全部梯度繞過第 {passed} 層傳回。</translation>
    </message>
    <message>
        <source>The residual connections still carry all of it past the layers {passed}.</source>
        <translation>殘差連接仍把全部梯度繞過第 {passed} 層傳回。</translation>
    </message>
</context>
<context>
    <name>ExampleSide</name>
    <message>
        <source>The chosen example</source>
        <translation>所選樣本</translation>
    </message>
    <message>
        <source>Back to the network, which shows this example (Enter)</source>
        <translation>回到網路，網路顯示這個樣本（Enter）</translation>
    </message>
    <message>
        <source>Show in the network</source>
        <translation>在網路中顯示</translation>
    </message>
    <message>
        <source>The training examples that pulled its answer</source>
        <translation>影響了這個回答的訓練樣本</translation>
    </message>
    <message>
        <source>Who taught it this?</source>
        <translation>這是誰教的？</translation>
    </message>
    <message>
        <source>Picture of the chosen example</source>
        <translation>所選樣本的影像</translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>The input, at the left</source>
        <translation>左邊的輸入</translation>
    </message>
    <message>
        <source>The map of the inputs</source>
        <translation>輸入空間圖</translation>
    </message>
    <message>
        <source>With one or two inputs the whole function fits into a picture: what the network answers everywhere, not only for this example. The dots are training examples, the ring is around the one that is shown.</source>
        <translation>只有一兩個輸入時，整個函數可以畫成一張圖：不只是這個樣本，而是網路在每一處的輸出。圓點是訓練樣本，帶圈的是目前顯示的樣本。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連接</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>神經元</translation>
    </message>
    <message>
        <source>A neuron adds up what comes in and its bias, z = Σ a·w + b, and makes its activation a = f(z) of it. The fuller it is filled, the larger a; a negative a is orange. Point at it for its numbers; a click keeps them in Inspect.</source>
        <translation>神經元把送來的訊號和自己的偏權值相加，z = Σ a·w + b，再得到活化 a = f(z)。填充得越滿，a 越大；負的 a 是橙色。指向它可以看到它的數；點選後這些數會留在「查看」中。</translation>
    </message>
    <message>
        <source>Rings around neurons</source>
        <translation>神經元外的圓環</translation>
    </message>
    <message>
        <source>Outputs, at the right</source>
        <translation>右邊的輸出</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>網路判為什麼</translation>
    </message>
    <message>
        <source>The class with the largest y is the network&apos;s answer. Beside it stands what is right.</source>
        <translation>y 最大的類別就是網路的答案，旁邊是正確答案。</translation>
    </message>
    <message>
        <source>C, under the outputs</source>
        <translation>輸出下方的 C</translation>
    </message>
    <message>
        <source>Discs and darts that travel</source>
        <translation>移動的圓點和箭頭</translation>
    </message>
    <message>
        <source>Discs run forwards: each is the signal a·w of one connection. Darts run backwards: each is w·δ, the part of the gradient that backpropagation hands to the layer before. The larger the area, the larger the number.</source>
        <translation>圓點前向移動：每個是一條連接的訊號 a·w。箭頭反向移動：每個是 w·δ，即反向傳播交給前一層的那部分梯度。面積越大，數值越大。</translation>
    </message>
    <message>
        <source>The legend, below</source>
        <translation>下方的圖例</translation>
    </message>
    <message>
        <source>Drawn … of …</source>
        <translation>已畫出 … / …</translation>
    </message>
    <message>
        <source>The line over a layer</source>
        <translation>一層上方的文字</translation>
    </message>
    <message>
        <source>How many neurons or feature maps the layer has. Neurons that are dead (f is flat for every test example) or saturated (flat for nearly every one) are counted there, and maps all of whose cells are: they hardly learn any more.</source>
        <translation>該層有多少個神經元或特徵圖。失效（f 對每個測試樣本都平坦）或飽和（對幾乎每個都平坦）的神經元，以及所有格都如此的特徵圖，也在這裡計數：它們幾乎不再學習。</translation>
    </message>
    <message>
        <source>A band under a layer</source>
        <translation>一層下方的橫條</translation>
    </message>
    <message>
        <source>The layer has more neurons than there is room for: the most active ones are drawn, all others are folded into this band. A click on it unfolds them.</source>
        <translation>這一層的神經元多得畫不下：只畫出最活躍的，其餘的摺疊在這個橫條裡。點選它可以展開。</translation>
    </message>
    <message>
        <source>Arcs over layers</source>
        <translation>跨層的弧線</translation>
    </message>
    <message>
        <source>A residual connection: the activations of the layer before go past this layer&apos;s weights and are added to its output. The gradient comes back along the same way.</source>
        <translation>殘差連接：前一層的活化繞過這一層的權重，直接加到它的輸出上。梯度也沿同一條路返回。</translation>
    </message>
    <message>
        <source>It says which colour of a connection stands for which number, between which layers; the line that begins with Legend unfolds the same for all other marks. A click on a sign hides the connections of the other sign; a second click brings them back.</source>
        <translation>說明每一層間中連接的哪種顏色代表哪個數；以「圖例」開頭的那一行可以展開其餘各種標記的說明。點選一個正負號會隱藏另一種符號的連接，再點一次恢復。</translation>
    </message>
    <message>
        <source>Each carries the activation a of the neuron at its left, times its weight w, to the neuron at its right. Colour and width show the number that is chosen in the toolbar: the weight w, the signal a·w, the gradient ∂C/∂w (its mean with L1 and L2, where they are on) or the change ΔW. Of many connections the strongest are drawn.</source>
        <translation>每條連接把左邊神經元的活化 a 乘以自己的權重 w，送到右邊的神經元。顏色和粗細表示工具列裡選定的數：權重 w、訊號 a·w、梯度 ∂C/∂w（其平均含所設的 L1 和 L2）或變化量 ΔW。連接很多時只畫出最強的。</translation>
    </message>
    <message>
        <source>A ring is δ = ∂C/∂z: how much the loss C of this example changes when the neuron&apos;s z changes a little; in the picture Mean gradient, the batch&apos;s mean. The wider the ring, the larger δ. Lime: a larger z would raise C; violet: it would lower it.</source>
        <translation>圓環是 δ = ∂C/∂z：神經元的 z 稍有變化時，這個樣本的損失 C 變化多少；在「平均梯度」圖中是批次的平均。環越寬，δ 越大。黃綠色：z 增大會使 C 增大；紫色：z 增大會使 C 減小。</translation>
    </message>
    <message>
        <source>C is the loss of the example that is shown: how bad its answer is, 0 being perfect. With softmax outputs, cross-entropy asks only how sure the network is of the right answer. The sum of C over all training examples is the total loss L.</source>
        <translation>C 是目前樣本的損失：答案有多差，0 表示完美。輸出為 Softmax 時，交叉熵只看網路對正確答案有多大把握。所有訓練樣本的 C 之和就是總損失 L。</translation>
    </message>
    <message>
        <source>Each output is one number y, drawn as a bar: from the left where y lies between 0 and 1, else from the middle, with ‹ or › where y is larger than the bar can show. Of classes, the one with the largest y is the network&apos;s answer. The right answer has an outline. A wrong answer&apos;s bar is hatched.</source>
        <translation>每個輸出是一個數 y，畫成一條：y 在 0 與 1 之間時從左端畫起，否則從中間畫起，超出可畫長度時標 ‹ 或 ›。對於分類，y 最大的類別就是網路的答案。正確答案帶邊框，判錯時那一條畫斜線。</translation>
    </message>
    <message>
        <source>How many connections are drawn, of how many there are. The percentage under a gap is the part of all its numbers, by their size, that the drawn ones carry; the one of the whole line is the mean of these. View, Connections drawn, takes more or fewer.</source>
        <translation>一共有多少條連接，畫出了多少條。層間下方的百分比，是畫出的連接的絕對值之和佔該層間總和的多少；整行的百分比是各層間百分比的平均。在「檢視」的「畫出的連接」中可以多畫或少畫。</translation>
    </message>
    <message>
        <source>The example that is shown, as the network reads it: each cell is one input x. Of ink 0 is none and 1 is full; of a picture kept grey 0 is black and 1 is white. The same numbers go to every neuron of the first layer.</source>
        <translation>目前顯示的樣本，也就是網路看到的輸入：每一格是一個輸入 x。墨跡：0 為無墨，1 為全墨；保留灰階的圖片：0 為黑，1 為白。這些數會送到第一層的每個神經元。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose a folder and a name for the file first.</source>
        <translation>請先為檔案選擇資料夾和名稱。</translation>
    </message>
    <message>
        <source>{path} is already there. Save again to replace it, or choose another name.</source>
        <translation>{path} 已經存在。再次儲存將替換它，或者換一個名稱。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Folder and name of the new file</source>
        <translation>新檔案的資料夾和名稱</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>完成了多少</translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation>檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose a folder and a name</source>
        <translation>選擇資料夾和名稱</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>生成檔案</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop, and leave no file; or close</source>
        <translation>停止，不留下檔案；或者關閉</translation>
    </message>
    <message>
        <source>it is not installed any more</source>
        <translation>它已不在這台電腦上</translation>
    </message>
    <message>
        <source>it ended with code {code}</source>
        <translation>它以代碼 {code} 結束</translation>
    </message>
    <message>
        <source>The video encoder {program} failed: {reason}. Choose GIF or WebP instead.</source>
        <translation>影片編碼器 {program} 出錯：{reason}。請改選 GIF 或 WebP。</translation>
    </message>
    <message>
        <source>{path} is no file. Choose a name for the new file.</source>
        <translation>{path} 不是檔案。請為新檔案選擇一個名稱。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Choose a folder that you may write to.</source>
        <translation>無法寫入 {path}：{reason}。請選擇一個可以寫入的資料夾。</translation>
    </message>
    <message>
        <source>connections of update {update}</source>
        <translation>連接：第 {update} 次更新</translation>
    </message>
    <message>
        <source>connections and mean δ of update {update}</source>
        <translation>連接和平均 δ：第 {update} 次更新</translation>
    </message>
    <message>
        <source>weights of update {update}</source>
        <translation>權重：第 {update} 次更新</translation>
    </message>
    <message>
        <source>update {update}, the mean of {count} examples</source>
        <translation>第 {update} 次更新，{count} 個樣本的平均</translation>
    </message>
    <message>
        <source>update {update}, of one example</source>
        <translation>第 {update} 次更新，只有一個樣本</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>The picture could not be made: {reason}. Choose a smaller size.</source>
        <translation>無法生成圖片：{reason}。請選擇較小的尺寸。</translation>
    </message>
    <message>
        <source>{path} could not be written to its end. Make room there, or choose another drive.</source>
        <translation>無法把 {path} 寫完。請在那裡騰出空間，或選擇另一個磁碟。</translation>
    </message>
    <message>
        <source>GIF: opens everywhere, 256 colours</source>
        <translation>GIF：到處都能開啟，256 色</translation>
    </message>
    <message>
        <source>WebP: every colour, opens in browsers</source>
        <translation>WebP：顏色無損，瀏覽器可以開啟</translation>
    </message>
    <message>
        <source>MP4: a video, by the encoder of this computer</source>
        <translation>MP4：影片，由這台電腦的編碼器製作</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{size}, as on screen</source>
        <translation>{size}，與螢幕上相同</translation>
    </message>
    <message>
        <source>there is no space left in {folder}, where it works</source>
        <translation>它的工作資料夾 {folder} 沒有剩餘空間</translation>
    </message>
    <message>
        <source>somebody has ended it</source>
        <translation>它被外部終止</translation>
    </message>
    <message>
        <source>MP4 is made by {program}, a free program that is not installed here: install it and save again, or choose GIF or WebP.</source>
        <translation>製作 MP4 需要免費程式 {program}，這台電腦尚未安裝：請安裝後再次儲存，或選擇 GIF 或 WebP。</translation>
    </message>
    <message>
        <source>MP4 is made by {program}, a free program that is not installed here: install it (for example by “{command}” in a terminal) and save again, or choose GIF or WebP.</source>
        <translation>製作 MP4 需要免費程式 {program}，這台電腦尚未安裝：請安裝（例如在終端機中執行「{command}」）後再次儲存，或選擇 GIF 或 WebP。</translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <source>The picture is on the clipboard: {width} × {height} px.</source>
        <translation>圖片已在剪貼簿上：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>FeatureMapMarks</name>
    <message>
        <source>Ribbon from a feature map to another, or to a neuron</source>
        <translation>從一張特徵圖到另一張或到一個神經元的帶子</translation>
    </message>
    <message>
        <source>All connections between the two: as wide as Σ|a·w|, coloured by their sum Σ a·w, so that wide and faint means: much arrives and cancels. In the gradient&apos;s pictures the same of ∂C/∂w, in Change of ΔW.</source>
        <translation>兩者之間的全部連接：寬度為 Σ|a·w|，顏色為其和 Σ a·w；寬而色淡表示：到達的很多，但互相抵消。在梯度的圖中為 ∂C/∂w，在「變化量」中為 ΔW。</translation>
    </message>
    <message>
        <source>Kernel, beside the map that it makes</source>
        <translation>卷積核，在它產生的特徵圖旁</translation>
    </message>
    <message>
        <source>The weights that all windows share, one for each place of the window: w, full at the layer&apos;s largest. In the gradient&apos;s pictures ∂C/∂w, the sum over all windows; in Change ΔW.</source>
        <translation>所有視窗共享的權重，視窗的每個位置一個：w，在該層最大值處顏色最濃。在梯度的圖中為 ∂C/∂w，即所有視窗之和；在「變化量」中為 ΔW。</translation>
    </message>
    <message>
        <source>Cell of a feature map</source>
        <translation>特徵圖的一格</translation>
    </message>
    <message>
        <source>One neuron: its activation a, full at the layer&apos;s largest; orange where it is negative.</source>
        <translation>一個神經元：其活化 a，在該層最大值處顏色最濃；為負處為橙色。</translation>
    </message>
    <message>
        <source>Frame on feature maps, in a walkthrough</source>
        <translation>逐步講解中特徵圖上的框</translation>
    </message>
    <message>
        <source>The window that is visited, and the cell that it makes in each map. Windows that see only 0 are not visited: they give f(b), all at once.</source>
        <translation>正在看的視窗，以及由它算出的每張特徵圖中的格。只看到 0 的視窗不逐個看：它們一起給出 f(b)。</translation>
    </message>
    <message>
        <source>Hollow cell of a feature map, in a walkthrough</source>
        <translation>逐步講解中特徵圖的空心格</translation>
    </message>
    <message>
        <source>Not the largest of its block (or not the first of equals): the pool does not pass it on, and hands no δ back to it.</source>
        <translation>不是塊中最大的（或不是幾個同為最大中的第一個）：池化不把它傳下去，也不把 δ 傳回給它。</translation>
    </message>
    <message>
        <source>Lime or violet cell of a feature map, in a walkthrough</source>
        <translation>逐步講解中特徵圖的黃綠色或紫色格</translation>
    </message>
    <message>
        <source>Its δ = ∂C/∂z, once the way back has come to its layer.</source>
        <translation>反向到達該層之後，它的 δ = ∂C/∂z。</translation>
    </message>
    <message>
        <source>Hatched cells of a map</source>
        <translation>特徵圖中畫斜線的單元</translation>
    </message>
    <message>
        <source>There the kernel’s weight that is pointed at meets the zeros beyond the border: these places add nothing to its ∂C/∂w.</source>
        <translation>在這些位置，所指的卷積核權重遇到邊界外的零：它們對其 ∂C/∂w 沒有貢獻。</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Save: {what}</source>
        <translation>儲存：{what}</translation>
    </message>
    <message>
        <source>Save a plot or a table</source>
        <translation>儲存圖或表</translation>
    </message>
    <message>
        <source>The plot or table as it was when its menu opened, or this dialog: picture and numbers are of the same moment. CSV has every digit of each number; its first columns say of which run and update they are. PNG at 2 and 3 times is drawn anew, and so is sharp. SVG and PDF have texts and lines for any size.</source>
        <translation>選單或本對話方塊開啟那一刻的圖或表：圖片和數字屬於同一時刻。CSV 保留每個數的全部位數，前幾欄說明屬於哪次訓練、哪次更新。2 倍和 3 倍的 PNG 會重新繪製，因此清晰。SVG 和 PDF 中是文字和線條，可用於任何尺寸。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>類型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>檔案類型</translation>
    </message>
    <message>
        <source>With a &amp;line: what, which run, which update, L</source>
        <translation>附一行說明(&amp;L)：內容、哪次訓練、哪次更新、L</translation>
    </message>
    <message>
        <source>Under the picture; CSV has it in its columns</source>
        <translation>位於圖片下方；CSV 把它寫在各欄中</translation>
    </message>
    <message>
        <source>CSV: the numbers (rows: {count})</source>
        <translation>CSV：數字（{count} 列）</translation>
    </message>
    <message>
        <source>CSV: {kind} (rows: {count})</source>
        <translation>CSV：{kind}（{count} 列）</translation>
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
        <translation>SVG：可用於任何尺寸</translation>
    </message>
    <message>
        <source>PDF: for print, any size</source>
        <translation>PDF：用於列印，任何尺寸</translation>
    </message>
</context>
<context>
    <name>FigurePresenter</name>
    <message>
        <source>Choose a plot or a table first: press Tab until it has a frame. A right click on any of them offers the same.</source>
        <translation>請先選擇圖或表：按 Tab 直到它出現邊框。右鍵點一下任意圖表也可以。</translation>
    </message>
    <message>
        <source>{what}: there is nothing to copy or to save yet.</source>
        <translation>{what}：還沒有可以複製或儲存的內容。</translation>
    </message>
    <message>
        <source>It is on its way to the printer.</source>
        <translation>已送往印表機。</translation>
    </message>
    <message>
        <source>{what} is on the clipboard: a picture of {width} × {height} px, and its numbers (rows: {rows}).</source>
        <translation>「{what}」已在剪貼簿上：{width} × {height} 像素的圖片和 {rows} 列數字。</translation>
    </message>
    <message>
        <source>{what} is on the clipboard as a picture of {width} × {height} px; its {rows} rows are too many: save them as CSV.</source>
        <translation>「{what}」已作為 {width} × {height} 像素的圖片放到剪貼簿；{rows} 列數字太多，請儲存為 CSV。</translation>
    </message>
    <message>
        <source>{what} is on the clipboard: a picture of {width} × {height} px.</source>
        <translation>「{what}」已在剪貼簿上：{width} × {height} 像素的圖片。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>&amp;Copy picture and numbers</source>
        <translation>複製圖片和數字(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV, PNG, SVG or PDF…</source>
        <translation>儲存為 CSV、PNG、SVG 或 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>列印(&amp;P)…</translation>
    </message>
    <message>
        <source>Nothing to copy or to save yet</source>
        <translation>還沒有可以複製或儲存的內容</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>This system has no printing: save the plot as PDF, and print that.</source>
        <translation>此系統不支援列印：請把圖儲存為 PDF 再列印。</translation>
    </message>
    <message>
        <source>It could not be printed: choose another printer, or a file that may be written.</source>
        <translation>無法列印：請選擇另一台印表機，或可以寫入的檔案。</translation>
    </message>
    <message>
        <source>It could not be printed to its end.</source>
        <translation>未能列印完。</translation>
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
        <translation>暫停影片</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>播放影片</translation>
    </message>
    <message>
        <source>Film of the training</source>
        <translation>訓練影片</translation>
    </message>
    <message>
        <source>Plays the training that was done, forwards or backwards. Each picture is one that the network truly had, and the line above it names its update; nothing is put between two of them. The run stays as it is.</source>
        <translation>播放已完成的訓練，正放或倒放。每一影格都是網路真實有過的狀態，上方的一行寫明它是第幾次更新；兩影格之間不插入任何東西。訓練本身保持不變。</translation>
    </message>
    <message>
        <source>Place in the film</source>
        <translation>影片中的位置</translation>
    </message>
    <message>
        <source>Drag to any picture of the film</source>
        <translation>拖到影片的任意一影格</translation>
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
        <translation>影片從哪一次更新開始</translation>
    </message>
    <message>
        <source>Last update of the film</source>
        <translation>影片的最後一次更新</translation>
    </message>
    <message>
        <source>The update that the film ends with</source>
        <translation>影片到哪一次更新結束</translation>
    </message>
    <message>
        <source>Length of the film in seconds</source>
        <translation>影片長度（秒）</translation>
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
        <translation>將影片存為 GIF、WebP 或 MP4</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Close the film</source>
        <translation>關閉影片</translation>
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
        <translation>儲存訓練影片</translation>
    </message>
    <message>
        <source>Each picture is one that the network truly had, and names its update. Where a film has more pictures than there are states at hand, a state stays for several of them.</source>
        <translation>每一影格都是網路真實有過的狀態，並寫明是第幾次更新。影格數多於現有狀態時，同一狀態會持續好幾影格。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>類型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of the film</source>
        <translation>影片的類型</translation>
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
        <translation>第 {first} 次到第 {last} 次更新，用 {seconds} 秒：共 {count} 影格，每秒 {rate} 影格。最後一影格停留 2 秒。</translation>
    </message>
</context>
<context>
    <name>FilmPresenter</name>
    <message>
        <source>There is no film yet: train first. Space starts the training.</source>
        <translation>還沒有影片：請先訓練。按空白鍵開始訓練。</translation>
    </message>
    <message>
        <source>the film is closed</source>
        <translation>影片已關閉</translation>
    </message>
    <message>
        <source>the film is paused</source>
        <translation>影片已暫停</translation>
    </message>
    <message>
        <source>the film plays</source>
        <translation>影片正在播放</translation>
    </message>
    <message>
        <source>the film has ended</source>
        <translation>影片播放完畢</translation>
    </message>
</context>
<context>
    <name>FilmSavePresenter</name>
    <message>
        <source>The training’s process has ended meanwhile. No file was written.</source>
        <translation>訓練處理程序在此期間結束了。沒有寫入任何檔案。</translation>
    </message>
    <message>
        <source>The run of this film is no longer on screen. No file was written.</source>
        <translation>這段影片的訓練已不在螢幕上。沒有寫入檔案。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>FilterPage</name>
    <message>
        <source>Filter before</source>
        <translation>上一個卷積核</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>下一個卷積核</translation>
    </message>
</context>
<context>
    <name>FilterPresenter</name>
    <message>
        <source>This network has no filters: none of its layers looks at windows of a picture.</source>
        <translation>這個網路沒有卷積核：沒有任何一層按視窗讀取影像。</translation>
    </message>
    <message>
        <source>Looking at the training set: {done} of {total}…</source>
        <translation>正在檢視訓練集：{done} / {total}…</translation>
    </message>
    <message>
        <source>The training set could not be looked at.</source>
        <translation>無法檢視訓練集。</translation>
    </message>
    <message>
        <source>There is no training, so nothing can be looked up.</source>
        <translation>訓練處理程序已不在，無法查詢。</translation>
    </message>
    <message>
        <source>The filter’s weights are no finite numbers any more.</source>
        <translation>卷積核的權重已不是有限的數。</translation>
    </message>
    <message>
        <source>Looking at the training set…</source>
        <translation>正在檢視訓練集…</translation>
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
        <translation>對有墨處求和</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>{share} of windows</source>
        <translation>佔視窗的 {share}</translation>
    </message>
    <message>
        <source>The filter, the chosen pattern, and where the picture has it</source>
        <translation>卷積核、所選圖樣，以及它在影像中的位置</translation>
    </message>
    <message>
        <source>Above, the filter’s weights: z is the sum of those that lie on ink, and the bias. Below them the chosen pattern with its answer. Frames in the shown picture mark where it has this pattern.</source>
        <translation>上方是卷積核的權重：z 是落在有墨處的權重之和，再加偏權值。其下是所選圖樣和它得到的回答。所示影像中的方框標出有此圖樣的地方。</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Everything that filter {number} of layer {layer} can say</source>
        <translation>第 {layer} 層第 {number} 個卷積核能說的一切</translation>
    </message>
    <message>
        <source>What excites filter {number} of layer {layer} most</source>
        <translation>什麼最能激發第 {layer} 層第 {number} 個卷積核</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新後</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in {examples} training examples; each stands at its answer z.</source>
        <translation>{all} 種圖樣中有 {count} 種在 {examples} 個訓練樣本中出現；每種都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in {examples} training digits; each stands at its answer z.</source>
        <translation>{all} 種圖樣中有 {count} 種在 {examples} 個訓練數字中出現；每種都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in the only training example; each stands at its answer z.</source>
        <translation>{all} 種圖樣中有 {count} 種在唯一的訓練樣本中出現；每種都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>{count} of {all} patterns occur in the only training digit; each stands at its answer z.</source>
        <translation>{all} 種圖樣中有 {count} 種在唯一的訓練數字中出現；每種都按得到的回答 z 排列。</translation>
    </message>
    <message>
        <source>silent: a = 0</source>
        <translation>沒有反應：a = 0</translation>
    </message>
    <message>
        <source>speaks: a = z</source>
        <translation>發聲：a = z</translation>
    </message>
    <message>
        <source>{count} patterns</source>
        <translation>{count} 種圖樣</translation>
    </message>
    <message>
        <source>1 pattern</source>
        <translation>1 種圖樣</translation>
    </message>
    <message>
        <source>{share} of windows</source>
        <translation>佔視窗的 {share}</translation>
    </message>
    <message>
        <source>share of all windows; longest bar: {share}</source>
        <translation>佔全部視窗的比例；最長的條：{share}</translation>
    </message>
    <message>
        <source>longest bar: {share}</source>
        <translation>最長的條：{share}</translation>
    </message>
    <message>
        <source>share of all windows; longest uncut bar: {share}</source>
        <translation>佔全部視窗的比例；未截斷的最長條：{share}</translation>
    </message>
    <message>
        <source>longest uncut bar: {share}</source>
        <translation>未截斷的最長條：{share}</translation>
    </message>
    <message>
        <source>cut: the blank window, {share}</source>
        <translation>已截斷：空白視窗，{share}</translation>
    </message>
    <message>
        <source>cut: {share}</source>
        <translation>已截斷：{share}</translation>
    </message>
    <message>
        <source>shade: seen</source>
        <translation>深淺：出現次數</translation>
    </message>
    <message>
        <source>{count} times or more</source>
        <translation>{count} 次或更多</translation>
    </message>
    <message>
        <source>never in the training set</source>
        <translation>訓練集中從未出現</translation>
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
        <translation>所示內容不全是墨跡。</translation>
    </message>
    <message>
        <source>1 place of this picture has it</source>
        <translation>此影像中有 1 處</translation>
    </message>
    <message>
        <source>{count} places of this picture have it</source>
        <translation>此影像中有 {count} 處</translation>
    </message>
    <message>
        <source>{count} of the {all} patterns are in it</source>
        <translation>{all} 種圖樣中有 {count} 種在其中</translation>
    </message>
    <message>
        <source>Windows at the edge see zeros beyond it.</source>
        <translation>邊緣的視窗在邊界之外看到的是 0。</translation>
    </message>
    <message>
        <source>answer {rank} of {all}</source>
        <translation>第 {rank} / {all} 個回答</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>無墨</translation>
    </message>
    <message>
        <source>ink at {places}</source>
        <translation>有墨處：{places}</translation>
    </message>
    <message>
        <source>It reads feature maps, so its windows are no patterns of ink.</source>
        <translation>它讀取的是特徵圖，所以它的視窗不是墨跡圖樣。</translation>
    </message>
    <message>
        <source>Each of its cells has weights of its own.</source>
        <translation>它的每一格都有自己的權重。</translation>
    </message>
    <message>
        <source>{k} × {k} pixels have {count} patterns.</source>
        <translation>{k} × {k} 個像素有 {count} 種圖樣。</translation>
    </message>
    <message>
        <source>Each of its cells has a bias of its own.</source>
        <translation>它的每一格都有自己的偏權值。</translation>
    </message>
    <message>
        <source>Its input is added to what it answers.</source>
        <translation>它的回答還要加上它的輸入。</translation>
    </message>
    <message>
        <source>The pictures are not all of ink.</source>
        <translation>這些影像不全是墨跡。</translation>
    </message>
    <message>
        <source>It is silent for all of them: a = 0. First comes what is nearest to being heard.</source>
        <translation>它對所有視窗都沒有反應：a = 0。最接近有反應的排在最前。</translation>
    </message>
    <message>
        <source>there is 1 training digit</source>
        <translation>訓練數字只有 1 個</translation>
    </message>
    <message>
        <source>there is 1 training example</source>
        <translation>訓練樣本只有 1 個</translation>
    </message>
    <message>
        <source>the strongest {count} of all {total} training digits</source>
        <translation>全部 {total} 個訓練數字中最強的 {count} 個</translation>
    </message>
    <message>
        <source>the strongest {count} of all {total} training examples</source>
        <translation>全部 {total} 個訓練樣本中最強的 {count} 個</translation>
    </message>
    <message>
        <source>the strongest {count} of {examples} of the {total} training digits</source>
        <translation>{total} 個訓練數字中看過 {examples} 個，最強的 {count} 個</translation>
    </message>
    <message>
        <source>the strongest {count} of {examples} of the {total} training examples</source>
        <translation>{total} 個訓練樣本中看過 {examples} 個，最強的 {count} 個</translation>
    </message>
    <message>
        <source>training example {index}, label {label} (shuffled)</source>
        <translation>訓練樣本 {index}，標籤為 {label}（已打亂）</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>訓練數字 {index}，標籤為 {label}（已打亂）</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 個訓練樣本：數字 {label}</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>第 {index} 個訓練樣本</translation>
    </message>
    <message>
        <source>{label} (shuffled)</source>
        <translation>{label}（已打亂）</translation>
    </message>
    <message>
        <source>cell in row {row}, column {column}</source>
        <translation>第 {row} 列第 {column} 欄的格</translation>
    </message>
    <message>
        <source>it sees {rows} × {columns} pixels</source>
        <translation>它看到 {rows} × {columns} 個像素</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Do it now; Undo takes it back</source>
        <translation>現在就做；可以復原</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試一試</translation>
    </message>
    <message>
        <source>Not again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Say this no more while this run is trained</source>
        <translation>這次訓練中不再提示這一條</translation>
    </message>
    <message>
        <source>{title}: not again in this run</source>
        <translation>{title}：這次訓練中不再提示</translation>
    </message>
</context>
<context>
    <name>FindingChip</name>
    <message>
        <source>What the numbers say: {titles}</source>
        <translation>數字說明了什麼：{titles}</translation>
    </message>
    <message>
        <source>The numbers of this run say something that the lecture has a word for. A click opens the page of the findings; Help (F1) says when each kind is told.</source>
        <translation>這次訓練的數字符合課上講過的一種情況。點一下開啟發現頁面；說明（F1）說明每一種在什麼情況下提示。</translation>
    </message>
</context>
<context>
    <name>FindingHelp</name>
    <message>
        <source>Told where all weights of a network with hidden layers began at 0, and the mean Cⁿ is {good} of guessing or more.</source>
        <translation>提示條件：有隱藏層的網路，全部權重從 0 開始，並且平均 Cⁿ 不低於隨機猜測的 {good}。</translation>
    </message>
    <message>
        <source>Told where a hidden layer’s gradient per weight (rms), of the last update’s batch, is less than {vanished} of the output layer’s, while the mean Cⁿ is {half} of guessing or more.</source>
        <translation>提示條件：在最近一次更新的批次上，某個隱藏層每個權重的梯度（均方根）小於輸出層的 {vanished}，同時平均 Cⁿ 不低於隨機猜測的 {half}。</translation>
    </message>
    <message>
        <source>Told where a layer’s gradient per weight (rms), of the last update’s batch, is more than {exploded} times the mean Cⁿ of guessing, while the training set’s is {half} of guessing or more.</source>
        <translation>提示條件：在最近一次更新的批次上，某一層每個權重的梯度（均方根）大於隨機猜測的平均 Cⁿ 的 {exploded} 倍，同時訓練集的平均 Cⁿ 不低於隨機猜測的 {half}。</translation>
    </message>
    <message>
        <source>Told where at least {dead} of a hidden layer’s neurons, of {fewest} or more, are flat for every test example, while the mean Cⁿ is {good} of guessing or more.</source>
        <translation>提示條件：某個至少有 {fewest} 個神經元的隱藏層中，至少 {dead} 的神經元對每個測試樣本都是平的，同時平均 Cⁿ 不低於隨機猜測的 {good}。</translation>
    </message>
    <message>
        <source>Told where an update moves a layer’s weights (rms) by {far} of their size or more, and the mean Cⁿ is either above {absurd} times guessing, or {good} of guessing or more and {still} above its least so far. Also where an update moves them by {wild} or more, and the mean Cⁿ is {half} of guessing or more.</source>
        <translation>提示條件：一次更新使某一層權重（均方根）的移動量達到自身大小的 {far} 或更多，並且平均 Cⁿ 要麼高於隨機猜測的 {absurd} 倍，要麼不低於隨機猜測的 {good} 且比此前的最小值高 {still}。或者：移動量達到自身大小的 {wild} 或更多，並且平均 Cⁿ 不低於隨機猜測的 {half}。</translation>
    </message>
    <message>
        <source>Told where an update moves every layer’s weights (rms) by less than {near} of their size, and L falls, but the mean Cⁿ is {half} of guessing or more.</source>
        <translation>提示條件：一次更新使每一層權重（均方根）的移動量都不到自身大小的 {near}，L 在下降，但平均 Cⁿ 不低於隨機猜測的 {half}。</translation>
    </message>
    <message>
        <source>Told where the test set’s mean Cⁿ is at least {risen} times its least so far, the training set’s at most {fallen} of what it was then, and the test set’s at least {apart} times the training set’s.</source>
        <translation>提示條件：測試集的平均 Cⁿ 至少是此前最小值的 {risen} 倍，訓練集的至多是那時的 {fallen}，並且測試集的至少是訓練集的 {apart} 倍。</translation>
    </message>
    <message>
        <source>Told where numbers are to be met from 1 or 2 inputs by neurons with ReLU or leaky ReLU, all biases began at 0, and the mean Cⁿ is {fitted} of what the mean as every answer costs, or more.</source>
        <translation>提示條件：用 ReLU 或 leaky ReLU 神經元從 1 個或 2 個輸入擬合數值，全部偏權值從 0 開始，並且平均 Cⁿ 不低於總答平均值的 {fitted}。</translation>
    </message>
    <message>
        <source>Told where L has changed by less than {still} in {still_updates} updates, or in a quarter of an epoch where that is more, while the mean Cⁿ is {half} of guessing or more; and only where no other finding says why.</source>
        <translation>提示條件：在 {still_updates} 次更新中（四分之一輪次更長時，則在四分之一輪次中）L 的變化不到 {still}，同時平均 Cⁿ 不低於隨機猜測的 {half}；並且沒有別的發現說明原因。</translation>
    </message>
    <message>
        <source>Without classes guessing is to answer always the mean of all targets.</source>
        <translation>沒有類別時，隨機猜測指總答所有目標的平均值。</translation>
    </message>
    <message>
        <source>Where the mean as every answer costs less than {least}, none of it is told.</source>
        <translation>總答平均值的平均 Cⁿ 小於 {least} 時，不提示。</translation>
    </message>
    <message>
        <source>That has to hold at {count} exact measurements in a row, over {updates} updates or more.</source>
        <translation>必須連續 {count} 次精確測量都符合，並且跨越至少 {updates} 次更新。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>All weights began at 0</source>
        <translation>所有權重都從 0 開始</translation>
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
        <translation>失效的神經元</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>學習率太大</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>學習率太小</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>過度擬合</translation>
    </message>
    <message>
        <source>All biases began at 0</source>
        <translation>所有偏權值都從 0 開始</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>since update {since}; numbers exact at update {until}</source>
        <translation>自第 {since} 次更新起；數字在第 {until} 次更新時精確</translation>
    </message>
    <message>
        <source>{title}: updates {since} to {until}</source>
        <translation>{title}：第 {since} 到 {until} 次更新</translation>
    </message>
    <message>
        <source>Neurons that begin alike get the same gradient and stay alike, so a layer is worth one neuron. Random weights make them differ.</source>
        <translation>開始時相同的神經元得到相同的梯度，於是一直相同，一層只抵得上一個神經元。隨機的權重使它們不同。</translation>
    </message>
    <message>
        <source>Backwards each layer multiplies the gradient by its weights and by f′(z), and a sigmoid’s is ¼ at most. Behind many layers little is left, so the first ones hardly learn.</source>
        <translation>反向時，每一層都把梯度乘以它的權重和 f′(z)，而 sigmoid 的 f′(z) 最多是 ¼。經過許多層後所剩無幾，所以前面的層幾乎學不到東西。</translation>
    </message>
    <message>
        <source>Each layer makes what goes through it larger, forwards and backwards, so it grows with every layer. Such a gradient throws the weights far away.</source>
        <translation>每一層都把經過它的東西放大，前向和反向都是如此，於是一層比一層大。這樣的梯度會把權重甩得很遠。</translation>
    </message>
    <message>
        <source>by guessing {baseline}</source>
        <translation>隨機猜測則是 {baseline}</translation>
    </message>
    <message>
        <source>always the mean {baseline}</source>
        <translation>總答平均值則是 {baseline}</translation>
    </message>
    <message>
        <source>{count} of {units} in layer {layer}</source>
        <translation>第 {layer} 層 {units} 個中的 {count} 個</translation>
    </message>
    <message>
        <source>The step jumps across the valley of L instead of going down into it. A smaller η makes smaller steps.</source>
        <translation>這一步跨過了 L 的山谷，而沒有走下去。η 小一些，步子就小一些。</translation>
    </message>
    <message>
        <source>The direction is right, but the steps are tiny. A larger η gets there sooner.</source>
        <translation>方向是對的，但步子太小。η 大一些，就能早些到達。</translation>
    </message>
    <message>
        <source>What is learned now holds for the training examples only. Stop where the test loss was least, have more examples, or make it harder to learn them by heart.</source>
        <translation>現在學到的只適用於訓練樣本。可以停在測試損失最小處，可以用更多樣本，也可以讓網路更難死記硬背。</translation>
    </message>
    <message>
        <source>The training set’s mean Cⁿ is still {mean}; {guessing}.</source>
        <translation>訓練集的平均 Cⁿ 仍是 {mean}；{guessing}。</translation>
    </message>
    <message>
        <source>The numbers still hold, but not for long enough since settings or parameters were changed: {titles}.</source>
        <translation>數值仍然符合，但自修改設定或參數以來還不夠久：{titles}。</translation>
    </message>
    <message>
        <source>In the gradient that update {until} followed, that of {batch}, layer {layer} has {gradient} per weight (rms), the output layer {output}. After it the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新所用的梯度來自{batch}：第 {layer} 層每個權重的梯度（均方根）是 {gradient}，輸出層的是 {output}。更新之後，訓練集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>In the gradient that update {until} followed, that of {batch}, layer {layer} has {gradient} per weight (rms). After it the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新所用的梯度來自{batch}：第 {layer} 層每個權重的梯度（均方根）是 {gradient}。更新之後，訓練集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>{count} of {units} in layer {layer} are dead: flat for every test example. The mean Cⁿ is {mean}.</source>
        <translation>第 {layer} 層的 {units} 個中有 {count} 個失效：對每個測試樣本，f 都是平的。平均 Cⁿ 是 {mean}。</translation>
    </message>
    <message>
        <source>Update {until} moved the weights of layer {layer} by {ratio} of their size (rms). The mean Cⁿ is {mean}; it was {least} at update {at}.</source>
        <translation>第 {until} 次更新使第 {layer} 層的權重（均方根）移動了自身大小的 {ratio}。平均 Cⁿ 是 {mean}；在第 {at} 次更新時曾是 {least}。</translation>
    </message>
    <message>
        <source>Update {until} moved no layer’s weights by more than {ratio} of their size (rms). The mean Cⁿ falls, but only from {before} to {mean} in {span} updates.</source>
        <translation>第 {until} 次更新使每一層權重（均方根）的移動都不超過自身大小的 {ratio}。平均 Cⁿ 在下降，但 {span} 次更新只從 {before} 降到 {mean}。</translation>
    </message>
    <message>
        <source>Since update {at} the test set’s mean Cⁿ has risen from {test_before} to {test}, while the training set’s has fallen from {before} to {mean}.</source>
        <translation>自第 {at} 次更新以來，測試集的平均 Cⁿ 從 {test_before} 升到 {test}，而訓練集的平均 Cⁿ 從 {before} 降到 {mean}。</translation>
    </message>
    <message>
        <source>The mean Cⁿ is {mean} after {until} updates; a constant would have {baseline}.</source>
        <translation>{until} 次更新之後平均 Cⁿ 是 {mean}；一個常數則是 {baseline}。</translation>
    </message>
    <message>
        <source>The mean Cⁿ was {before} at update {at} and is {mean} now; {guessing}.</source>
        <translation>平均 Cⁿ 在第 {at} 次更新時是 {before}，現在是 {mean}；{guessing}。</translation>
    </message>
    <message>
        <source>Update {until} moved the weights of layer {layer} by {ratio} of their size (rms). The mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新使第 {layer} 層的權重（均方根）移動了自身大小的 {ratio}。平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Before it was clipped, the gradient of update {until}, that of {batch}, had in layer {layer} {gradient} per weight (rms), in the output layer {output}. After the update the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新的梯度來自{batch}；裁剪之前，第 {layer} 層每個權重的梯度（均方根）是 {gradient}，輸出層的是 {output}。更新之後，訓練集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Before it was clipped, the gradient of update {until}, that of {batch}, had in layer {layer} {gradient} per weight (rms). After the update the training set’s mean Cⁿ is {mean}, {guessing}.</source>
        <translation>第 {until} 次更新的梯度來自{batch}；裁剪之前，第 {layer} 層每個權重的梯度（均方根）是 {gradient}。更新之後，訓練集的平均 Cⁿ 是 {mean}，{guessing}。</translation>
    </message>
    <message>
        <source>Dead, that is flat for every test example, are {layers}. The mean Cⁿ is {mean}.</source>
        <translation>失效（對每個測試樣本都是平的）：{layers}。平均 Cⁿ 是 {mean}。</translation>
    </message>
    <message>
        <source>all {count} training examples</source>
        <translation>全部 {count} 個訓練樣本</translation>
    </message>
    <message>
        <source>the only training example</source>
        <translation>唯一的訓練樣本</translation>
    </message>
    <message>
        <source>a batch of {size} of the {count} training examples</source>
        <translation>一個批次（{count} 個訓練樣本中的 {size} 個）</translation>
    </message>
    <message>
        <source>{batch} with {penalties}</source>
        <translation>{batch}，含 {penalties}</translation>
    </message>
    <message>
        <source>Each layer makes what goes through it larger, forwards and backwards, so it grows with every layer. Clipping makes such a gradient shorter, but leaves its direction.</source>
        <translation>每一層都把經過它的東西放大，前向和反向都是如此，於是一層比一層大。裁剪讓這樣的梯度變短，但不改變它的方向。</translation>
    </message>
    <message>
        <source>Where f′(z) is 0 for all examples, as with ReLU, no gradient passes through f, and the neuron can’t learn any more; where it is nearly 0, hardly. Only a residual connection carries a gradient past it. A large update has often pushed z below 0 for good.</source>
        <translation>如果 f′(z) 對所有樣本都是 0（例如 ReLU），就沒有梯度能通過 f，神經元再也學不到東西；如果幾乎是 0，就幾乎學不到。只有殘差連接能讓梯度繞過它。往往是一次很大的更新把 z 永遠推到了 0 以下。</translation>
    </message>
    <message>
        <source>ReLU and leaky ReLU bend where z = wx + b is 0, and nowhere else. With every b = 0 all of them begin to bend at x = 0; what is to bend elsewhere waits until the biases have moved.</source>
        <translation>ReLU 和 leaky ReLU 只在 z = wx + b 為 0 處彎折。如果所有 b = 0，它們開始時都在 x = 0 處彎折；要在別處彎折，得等偏權值移動之後。</translation>
    </message>
    <message>
        <source>The gradient is nearly 0 here, or that of each batch points elsewhere; but L is far from small. Another start or another way down may leave it.</source>
        <translation>這裡的梯度幾乎是 0，或者每個批次的梯度指向不同的方向；但 L 還遠遠不小。換一個起點或換一種下降的方法，也許能離開這裡。</translation>
    </message>
    <message>
        <source>Try it: random weights</source>
        <translation>試一試：隨機的初始權重</translation>
    </message>
    <message>
        <source>Try it: a spread start</source>
        <translation>試一試：均勻鋪開的起點</translation>
    </message>
    <message>
        <source>Try it: ReLU</source>
        <translation>試一試：ReLU</translation>
    </message>
    <message>
        <source>Try it: residual connections</source>
        <translation>試一試：殘差連接</translation>
    </message>
    <message>
        <source>Try it: residual layers begin at {before} → {after}</source>
        <translation>試一試：殘差層的初始倍數 {before} → {after}</translation>
    </message>
    <message>
        <source>Try it: leaky ReLU</source>
        <translation>試一試：leaky ReLU</translation>
    </message>
    <message>
        <source>Try it: clip the gradient at {after}</source>
        <translation>試一試：梯度裁剪到 {after}</translation>
    </message>
    <message>
        <source>Try it: learning rate {before} → {after}</source>
        <translation>試一試：學習率 {before} → {after}</translation>
    </message>
    <message>
        <source>Try it: Adam</source>
        <translation>試一試：Adam</translation>
    </message>
    <message>
        <source>Try it: early stopping after {after} epochs</source>
        <translation>試一試：{after} 個輪次後提早停止</translation>
    </message>
    <message>
        <source>Try it: dropout {after}</source>
        <translation>試一試：隨機丟棄 {after}</translation>
    </message>
    <message>
        <source>Try it: new weights</source>
        <translation>試一試：新的初始權重</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 條發現</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} 條發現</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>發現</translation>
    </message>
    <message>
        <source>since update</source>
        <translation>自第幾次更新起</translation>
    </message>
    <message>
        <source>until update</source>
        <translation>至第幾次更新</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>測得的數值</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>發現</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>還有 {count} 條</translation>
    </message>
    <message>
        <source>A finding appears when the numbers have held at two or three exact measurements in a row, over as many updates as its kind needs ({least} to {most}), and goes when they hold no more. Once settings or parameters are changed by hand, they have to hold anew.</source>
        <translation>連續兩三次精確測量都符合，並且經過該類問題所需的更新次數（{least} 到 {most} 次），才列出；不再符合就撤下。手動修改設定或參數後，須重新符合這麼久。</translation>
    </message>
    <message>
        <source>At the last measurement nothing has held long enough to be a finding.</source>
        <translation>到最近一次測量為止，沒有任何情況持續得夠久，所以沒有列出問題。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Take this page away</source>
        <translation>收起這一頁</translation>
    </message>
    <message>
        <source>What the numbers of this run say in plain words, each with its numbers, the lecture’s reason and one thing to try. What’s this? (Shift+F1) on a card says when its kind is told; Help (F1) has all nine.</source>
        <translation>用平常的話說出這次訓練的數字說明了什麼，每一條都有它的數字、課上的理由和一個可以嘗試的辦法。在卡片上用「這是什麼？」（Shift+F1）可知它在什麼情況下提示；說明（F1）中有全部九種。</translation>
    </message>
</context>
<context>
    <name>FindingsPresenter</name>
    <message>
        <source>Findings</source>
        <translation>發現</translation>
    </message>
</context>
<context>
    <name>FirstLookBox</name>
    <message>
        <source>The labels are in column {name} (shown first); the other columns are inputs: {count}.</source>
        <translation>標籤在 {name} 欄（排在最前）；其餘各欄為輸入：{count} 個。</translation>
    </message>
    <message>
        <source>By the first lines the labels are in column {name} (shown first); the other columns are inputs: {count}.</source>
        <translation>從前面的列來看，標籤在 {name} 欄（排在最前）；其餘各欄為輸入：{count} 個。</translation>
    </message>
    <message>
        <source>A class for each folder: {classes}</source>
        <translation>每個資料夾一個類別：{classes}</translation>
    </message>
    <message>
        <source>{count} pictures of {rows} × {columns} pixels.</source>
        <translation>{count} 張影像，每張 {rows} × {columns} 像素。</translation>
    </message>
    <message>
        <source>{count} examples with {inputs} inputs.</source>
        <translation>{count} 個樣本，每個有 {inputs} 個輸入。</translation>
    </message>
    <message>
        <source>{count} examples with 1 input.</source>
        <translation>{count} 個樣本，每個有 1 個輸入。</translation>
    </message>
    <message>
        <source>Classes: {classes}</source>
        <translation>類別：{classes}</translation>
    </message>
    <message>
        <source>Press Enter again to learn from these.</source>
        <translation>再按一次 Enter，就用這些樣本訓練。</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前幾列</translation>
    </message>
    <message>
        <source>The first rows, as they are in the file</source>
        <translation>檔案中的前幾列</translation>
    </message>
    <message>
        <source>The first line counts the columns, so it is taken for their names.</source>
        <translation>第一列是各欄的編號，因此當作各欄的名稱。</translation>
    </message>
    <message>
        <source>The first line counts the columns, too: is it an example, or their names?</source>
        <translation>第一列也正好是各欄的編號：它是一個樣本，還是各欄的名稱？</translation>
    </message>
    <message>
        <source>Inputs are stored as float32, which rounds large numbers: in column {name}, {written} becomes {becomes}.</source>
        <translation>輸入按 float32 儲存，較大的數會被捨入：{name} 欄中的 {written} 變成 {becomes}。</translation>
    </message>
    <message>
        <source>Other such columns: {count}.</source>
        <translation>另有 {count} 欄也是如此。</translation>
    </message>
    <message>
        <source>Standardised columns are computed before they are rounded.</source>
        <translation>標準化的欄先計算、後捨入。</translation>
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
        <translation>改變回答所需的最少翻轉</translation>
    </message>
</context>
<context>
    <name>FlipMaps</name>
    <message>
        <source>What each pixel decides</source>
        <translation>每個像素決定了什麼</translation>
    </message>
    <message>
        <source>At the left the example that is shown; at the right what each of its pixels decides: the change of C where that pixel alone is flipped, by a forward pass of its own. Lime and + raise C, violet and − lower it. A frame stands around the pixels that change the answer, with the new answer in it where there is room. Point at a pixel for its numbers; a click or the arrow keys choose one, Home the one that raises C most, End the one that lowers it most, and Enter flips it in a drawing.</source>
        <translation>左邊是所顯示的樣本；右邊是它的每個像素決定了什麼：只翻轉這一個像素時 C 的變化，各由一次前向計算得出。黃綠色和 + 使 C 變大，紫色和 − 使 C 變小。能改變回答的像素帶有方框，放得下時框裡寫著新的回答。指向一個像素可看它的數；點一下或用方向鍵選擇一個，Home 選使 C 增大最多的，End 選使 C 減小最多的，Enter 在手寫中把它翻轉。</translation>
    </message>
</context>
<context>
    <name>FlipPresenter</name>
    <message>
        <source>Flip pixels</source>
        <translation>翻轉像素</translation>
    </message>
    <message>
        <source>There is no training, so nothing can be flipped.</source>
        <translation>訓練處理程序已不在，無法翻轉。</translation>
    </message>
    <message>
        <source>Flipping each pixel…</source>
        <translation>正在逐個翻轉像素…</translation>
    </message>
</context>
<context>
    <name>FlipSide</name>
    <message>
        <source>Flip &amp;it</source>
        <translation>翻轉它(&amp;I)</translation>
    </message>
    <message>
        <source>Draw the example with the chosen pixel flipped, as a drawing of your own (Enter)</source>
        <translation>把翻轉了所選像素的樣本畫成你自己的手寫（Enter）</translation>
    </message>
    <message>
        <source>Flip the chosen pixel</source>
        <translation>翻轉所選的像素</translation>
    </message>
    <message>
        <source>Do the fe&amp;west flips</source>
        <translation>做最少的翻轉(&amp;W)</translation>
    </message>
    <message>
        <source>Draw the example with all flips of the row below, as a drawing of your own</source>
        <translation>把做了下面一列全部翻轉的樣本畫成你自己的手寫</translation>
    </message>
    <message>
        <source>Do the fewest flips</source>
        <translation>做最少的翻轉</translation>
    </message>
    <message>
        <source>What is flipped becomes a drawing; the example stays as it is.</source>
        <translation>翻轉的結果成為一幅手寫；樣本保持原樣。</translation>
    </message>
    <message>
        <source>Such a picture cannot be drawn here: what is flipped cannot be kept.</source>
        <translation>這樣的影像不能在這裡手寫：翻轉的結果無法保留。</translation>
    </message>
</context>
<context>
    <name>Flips</name>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>What each pixel decides</source>
        <translation>每個像素決定了什麼</translation>
    </message>
    <message>
        <source>exact, after update {update}</source>
        <translation>精確值，第 {update} 次更新後</translation>
    </message>
    <message>
        <source>These inputs are no picture: there is no pixel to be flipped.</source>
        <translation>這些輸入不是影像：沒有像素可以翻轉。</translation>
    </message>
    <message>
        <source>These examples have numbers to be met, and no classes: there is no answer to be changed.</source>
        <translation>這些樣本的目標是數而不是類別：沒有可以改變的回答。</translation>
    </message>
    <message>
        <source>no answer: several outputs are largest, or one is no number</source>
        <translation>沒有回答：有幾個輸出同為最大，或有輸出不是數</translation>
    </message>
    <message>
        <source>says {answer}</source>
        <translation>判為 {answer}</translation>
    </message>
    <message>
        <source>says {answer}, as its label is</source>
        <translation>判為 {answer}，與標籤相同</translation>
    </message>
    <message>
        <source>says {answer}, its label is {label}</source>
        <translation>判為 {answer}，標籤為 {label}</translation>
    </message>
    <message>
        <source>says {answer}, which is right</source>
        <translation>判為 {answer}，正確</translation>
    </message>
    <message>
        <source>says {answer}, is {label}</source>
        <translation>判為 {answer}，應為 {label}</translation>
    </message>
    <message>
        <source>No C: say which class the drawing is meant to be.</source>
        <translation>沒有 C：請說明手寫的是哪一類。</translation>
    </message>
    <message>
        <source>C is no finite number.</source>
        <translation>C 不是有限的數。</translation>
    </message>
    <message>
        <source>{raised} of {count} pixels raise C, {lowered} lower it.</source>
        <translation>{count} 個像素中有 {raised} 個使 C 變大，{lowered} 個使 C 變小。</translation>
    </message>
    <message>
        <source>None changes the answer alone.</source>
        <translation>沒有一個能單獨改變回答。</translation>
    </message>
    <message>
        <source>1 changes the answer alone.</source>
        <translation>有 1 個能單獨改變回答。</translation>
    </message>
    <message>
        <source>{count} change the answer alone.</source>
        <translation>有 {count} 個能單獨改變回答。</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 列第 {column} 欄</translation>
    </message>
    <message>
        <source>Pixel in row {row}, column {column}</source>
        <translation>第 {row} 列第 {column} 欄的像素</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>有墨</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>無墨</translation>
    </message>
    <message>
        <source>still says {before}</source>
        <translation>仍判為 {before}</translation>
    </message>
    <message>
        <source>answer {before} → {after}</source>
        <translation>回答 {before} → {after}</translation>
    </message>
    <message>
        <source>Point at a pixel, or move with the arrow keys.</source>
        <translation>指向一個像素，或用方向鍵移動。</translation>
    </message>
    <message>
        <source>There is only one class: no flip changes the answer.</source>
        <translation>只有一個類別：任何翻轉都不改變回答。</translation>
    </message>
    <message>
        <source>1 flip is the fewest: of {pixels} pixels this one does it alone.</source>
        <translation>最少 1 次翻轉：{pixels} 個像素中只有這一個能單獨做到。</translation>
    </message>
    <message>
        <source>1 flip is the fewest: {singles} of {pixels} pixels do it alone, this one most clearly.</source>
        <translation>最少 1 次翻轉：{pixels} 個像素中有 {singles} 個能單獨做到，這一個最明顯。</translation>
    </message>
    <message>
        <source>2 flips are the fewest: no one of {pixels} pixels does it; {found} of {pairs} pairs do, this one most clearly.</source>
        <translation>最少 2 次翻轉：{pixels} 個像素沒有一個能單獨做到；{pairs} 對中有 {found} 對能做到，這一對最明顯。</translation>
    </message>
    <message>
        <source>2 flips are the fewest: no one of {pixels} pixels does it. This pair was found greedily; the {pairs} pairs were not tried.</source>
        <translation>最少 2 次翻轉：{pixels} 個像素沒有一個能單獨做到。這一對由貪心法找到；沒有試遍 {pairs} 對。</translation>
    </message>
    <message>
        <source>3 flips, chosen greedily. 3 is the fewest: no one of {pixels} pixels and none of {pairs} pairs does it.</source>
        <translation>3 次翻轉，由貪心法選出。3 次就是最少：{pixels} 個像素沒有一個、{pairs} 對沒有一對能做到。</translation>
    </message>
    <message>
        <source>{flips} flips do it, chosen greedily. No one of {pixels} pixels and none of {pairs} pairs does; whether {fewer} flips do was not tried.</source>
        <translation>{flips} 次翻轉能做到，由貪心法選出。{pixels} 個像素沒有一個、{pairs} 對沒有一對能做到；{fewer} 次能否做到沒有試過。</translation>
    </message>
    <message>
        <source>{flips} flips do it, chosen greedily. No one of {pixels} pixels does; whether {fewer} flips do was not tried: there are {pairs} pairs.</source>
        <translation>{flips} 次翻轉能做到，由貪心法選出。{pixels} 個像素沒有一個能單獨做到；{fewer} 次能否做到沒有試過：共有 {pairs} 對。</translation>
    </message>
    <message>
        <source>No one of {pixels} pixels and none of {pairs} pairs changes the answer. Chosen greedily, {gave_up} flips do not either; more were not tried.</source>
        <translation>{pixels} 個像素沒有一個、{pairs} 對沒有一對能改變回答。用貪心法選出的 {gave_up} 次翻轉也不能；更多的沒有試過。</translation>
    </message>
    <message>
        <source>No one of {pixels} pixels changes the answer. Chosen greedily, {gave_up} flips do not either; more, and the {pairs} pairs, were not tried.</source>
        <translation>{pixels} 個像素沒有一個能改變回答。用貪心法選出的 {gave_up} 次翻轉也不能；更多的以及 {pairs} 對都沒有試過。</translation>
    </message>
    <message>
        <source>There is no answer that flips could change.</source>
        <translation>沒有可由翻轉改變的回答。</translation>
    </message>
    <message>
        <source>Trying all pairs: {done} of {total}…</source>
        <translation>正在試遍所有的對：{done} / {total}…</translation>
    </message>
    <message>
        <source>None of them changes the answer alone. Whether two do is looked for where the training rests.</source>
        <translation>沒有一個能單獨改變回答。兩個能否做到，要等訓練暫停時再找。</translation>
    </message>
    <message>
        <source>Looking for the fewest flips that change the answer…</source>
        <translation>正在尋找改變回答所需的最少翻轉…</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>flipped: ink ↔ no ink</source>
        <translation>翻轉：有墨 ↔ 無墨</translation>
    </message>
    <message>
        <source>line: edge of the ink</source>
        <translation>線：墨跡的邊緣</translation>
    </message>
    <message>
        <source>flipped: x becomes 1 − x</source>
        <translation>翻轉：x 變為 1 − x</translation>
    </message>
    <message>
        <source>line: edge of what is 0.5 or more</source>
        <translation>線：不小於 0.5 處的邊緣</translation>
    </message>
    <message>
        <source>full colour at |ΔC| = {scale}</source>
        <translation>|ΔC| = {scale} 時顏色最濃</translation>
    </message>
    <message>
        <source>every ΔC is 0</source>
        <translation>所有 ΔC 都是 0</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>樣本</translation>
    </message>
    <message>
        <source>ΔC if flipped alone</source>
        <translation>只翻轉這個像素時的 ΔC</translation>
    </message>
    <message>
        <source>answers if flipped alone</source>
        <translation>只翻轉這個像素時的回答</translation>
    </message>
    <message>
        <source>− lowers C</source>
        <translation>− 使 C 變小</translation>
    </message>
    <message>
        <source>+ raises it</source>
        <translation>+ 使 C 變大</translation>
    </message>
    <message>
        <source>frame: another answer</source>
        <translation>方框：回答改變</translation>
    </message>
    <message>
        <source>in a pixel: + raises C most ({raised}), − lowers it most ({lowered})</source>
        <translation>像素中：+ 使 C 升得最多（{raised} 個），− 使它降得最多（{lowered} 個）</translation>
    </message>
    <message>
        <source>in a pixel: + raises C most ({raised})</source>
        <translation>像素中：+ 使 C 升得最多（{raised} 個）</translation>
    </message>
    <message>
        <source>in a pixel: − lowers C most ({lowered})</source>
        <translation>像素中：− 使 C 降得最多（{lowered} 個）</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>The examples of what is chosen in the matrix</source>
        <translation>矩陣中所選部分的樣本</translation>
    </message>
    <message>
        <source>The examples of the chosen cell, or the mistakes of a row, a column or the whole set: the one of whose answer the network is most certain comes first, and below each stands y of what it says. Scroll, or use the arrow and page keys, to see all of them. A click chooses one; Enter shows it in the network.</source>
        <translation>所選格子的樣本，或者一列、一欄、整個資料集中判錯的樣本：網路最有把握的排在最前，每個樣本下面是所判類別的 y。捲動，或用方向鍵和翻頁鍵，可以看到全部。點一下選取一個；按 Enter 在網路中顯示。</translation>
    </message>
</context>
<context>
    <name>HardSampleButton</name>
    <message>
        <source>Almost no gradient: this one is already right.</source>
        <translation>幾乎沒有梯度：這個已經認對了。</translation>
    </message>
    <message>
        <source>Show a hard one</source>
        <translation>換一個難的</translation>
    </message>
    <message>
        <source>Wrong, but saturated: almost no gradient.</source>
        <translation>答錯了，但已飽和：幾乎沒有梯度。</translation>
    </message>
    <message>
        <source>Show a test example that the network gets wrong</source>
        <translation>顯示一個網路判錯的測試樣本</translation>
    </message>
    <message>
        <source>Shows a test example that the network gets wrong.</source>
        <translation>顯示一個網路判錯的測試樣本。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>What the marks on screen mean, the lecture&apos;s words, what to try next, and when a finding is told.</source>
        <translation>螢幕上的標記是什麼意思、課上的術語、接下來可以試什麼，以及發現在什麼情況下提示。</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>你看到的是什麼</translation>
    </message>
    <message>
        <source>The twelve words</source>
        <translation>十二個術語</translation>
    </message>
    <message>
        <source>What to try next</source>
        <translation>接下來試試</translation>
    </message>
    <message>
        <source>The nine findings</source>
        <translation>九種發現</translation>
    </message>
    <message>
        <source>All marks and their numbers…</source>
        <translation>所有標記及其數值…</translation>
    </message>
    <message>
        <source>A table of every kind of mark, with the number that it shows</source>
        <translation>每種標記的清單，以及它表示的數</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close this page (Esc)</source>
        <translation>關閉此頁（Esc）</translation>
    </message>
    <message>
        <source>Point at an entry, and its place gets a frame; so do the twelve words.</source>
        <translation>指向一個條目，它所在的位置會被框出；十二個術語也是如此。</translation>
    </message>
</context>
<context>
    <name>HelpPresenter</name>
    <message>
        <source>Click what is to be explained. Esc ends this.</source>
        <translation>點一下想了解的東西。按 Esc 結束。</translation>
    </message>
    <message>
        <source>Click what is to be explained, or press {key} again: then it is what has the keyboard. Esc ends this.</source>
        <translation>點一下想了解的東西，或再按一次 {key} 說明目前的鍵盤焦點所在。按 Esc 結束。</translation>
    </message>
</context>
<context>
    <name>HelpTexts</name>
    <message>
        <source>The curve of L</source>
        <translation>L 的曲線</translation>
    </message>
    <message>
        <source>The total loss L after each measured update. Training is nothing but the search for weights that make L small. Where the curve of the test set rises while that of the training set falls, the network learns by heart: overfitting.</source>
        <translation>每次測得的更新之後的總損失 L。訓練就是尋找使 L 變小的權重。如果訓練集的曲線下降而測試集的曲線上升，網路就是在死記硬背：過度擬合。</translation>
    </message>
    <message>
        <source>The three steps, at the left</source>
        <translation>左邊的三個步驟</translation>
    </message>
    <message>
        <source>Deep learning as the lecture tells it: choose a function set (the structure), say how good a function is (the loss), pick the best one (gradient descent).</source>
        <translation>課上講的深度學習三步：選定函數集（網路結構），評估函數的好壞（損失），選擇最佳函數（梯度下降）。</translation>
    </message>
    <message>
        <source>The speed, in the toolbar</source>
        <translation>工具列裡的速度</translation>
    </message>
    <message>
        <source>Function set</source>
        <translation>函數集</translation>
    </message>
    <message>
        <source>A network structure without its numbers. Every choice of the parameters θ, all weights and biases, makes one function of it.</source>
        <translation>還沒有數值的網路結構。每選定一組參數 θ（所有權重和偏權值），就得到其中的一個函數。</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神經元</translation>
    </message>
    <message>
        <source>Adds up its inputs, z = Σ w·x + b, and answers with its activation a = f(z).</source>
        <translation>把輸入加權求和，z = Σ w·x + b，再輸出活化 a = f(z)。</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>權重 w</translation>
    </message>
    <message>
        <source>How strongly a connection passes on what comes in; a negative one turns it round.</source>
        <translation>連接以多大的強度傳遞輸入；負的權重會使符號反轉。</translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation>偏權值 b</translation>
    </message>
    <message>
        <source>What a neuron adds to its sum whatever comes in: the larger b, the sooner it fires.</source>
        <translation>不論輸入是什麼，神經元都加到和裡的數：b 越大，越容易活化。</translation>
    </message>
    <message>
        <source>Activation a = f(z)</source>
        <translation>活化 a = f(z)</translation>
    </message>
    <message>
        <source>What a neuron sends on. Without the bend of f all layers together would be no more than one.</source>
        <translation>神經元送出的數。如果 f 不是非線性的，所有層加在一起也只相當於一層。</translation>
    </message>
    <message>
        <source>Cross-entropy Cⁿ</source>
        <translation>交叉熵 Cⁿ</translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation>總損失 L</translation>
    </message>
    <message>
        <source>The sum of all Cⁿ over the training set: how bad this one function is.</source>
        <translation>訓練集上所有 Cⁿ 之和：目前這個函數有多差。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>∂C/∂w says how much C grows when w grows a little. All of them together point uphill, so the training goes the other way.</source>
        <translation>∂C/∂w 說明 w 稍稍增大時 C 增大多少。所有這些合在一起指向上坡方向，所以訓練朝相反方向走。</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>反向傳播</translation>
    </message>
    <message>
        <source>Computes all gradients in one pass from the outputs back to the inputs: each layer&apos;s δ from the δ of the layer after it.</source>
        <translation>從輸出到輸入反向走一遍，就算出所有梯度：每一層的 δ 由後一層的 δ 得出。</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>學習率 η</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The examples of one update: their gradients are averaged, then the weights change once.</source>
        <translation>一次更新所用的樣本：先把它們的梯度取平均，再改變一次權重。</translation>
    </message>
    <message>
        <source>Update, epoch</source>
        <translation>更新、輪次</translation>
    </message>
    <message>
        <source>An update is one change of all parameters θ. An epoch is one way through all training examples in a new order; what is left over for no full batch is dropped, and the next epoch has all of them in another order.</source>
        <translation>更新是所有參數 θ 的一次改變。按新的順序把所有訓練樣本過一遍，就是一個輪次；湊不滿一個批次的樣本在這一輪次中捨去，下一輪次再把全部樣本重新排列。</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>開始訓練</translation>
    </message>
    <message>
        <source>L falls, and the outputs&apos; bars grow where they should.</source>
        <translation>L 下降，輸出的條在該長的地方變長。</translation>
    </message>
    <message>
        <source>Watch one update step by step</source>
        <translation>一步一步地看一次更新</translation>
    </message>
    <message>
        <source>Signal, C, gradient, change: what every update consists of.</source>
        <translation>訊號、C、梯度、變化量：每次更新都由這些組成。</translation>
    </message>
    <message>
        <source>Draw a digit yourself</source>
        <translation>自己手寫一個數字</translation>
    </message>
    <message>
        <source>The outputs follow your pen.</source>
        <translation>輸出會隨著你的筆變化。</translation>
    </message>
    <message>
        <source>See one that it gets wrong</source>
        <translation>看一個判錯的樣本</translation>
    </message>
    <message>
        <source>Would you have known? Look at which bar is hatched.</source>
        <translation>換成你能認出來嗎？看看哪一條畫著斜線。</translation>
    </message>
    <message>
        <source>Colour the connections by their gradient</source>
        <translation>按梯度給連接上色</translation>
    </message>
    <message>
        <source>Which weights does this example want to change, and in which direction?</source>
        <translation>這個樣本想改變哪些權重，朝哪個方向？</translation>
    </message>
    <message>
        <source>Take far too large a learning rate</source>
        <translation>把學習率設得過大</translation>
    </message>
    <message>
        <source>Let it learn {count} digits by heart</source>
        <translation>讓它死記 {count} 個數字</translation>
    </message>
    <message>
        <source>Run it: training L goes to 0, test L does not. Undo brings all digits back.</source>
        <translation>執行後：訓練集的 L 趨於 0，測試集的 L 則不然。復原可以恢復全部數字。</translation>
    </message>
    <message>
        <source>Learn a curve instead of digits</source>
        <translation>改為學習一條曲線</translation>
    </message>
    <message>
        <source>Run it: with one input you see the whole function bend towards the points.</source>
        <translation>執行後：只有一個輸入，可以看到整個函數向資料點彎過去。</translation>
    </message>
    <message>
        <source>L leaps up instead of falling. Undo brings the rate back, Rewind the first weights.</source>
        <translation>L 不降反升。「復原」恢復學習率，「回到起點」恢復最初的權重。</translation>
    </message>
    <message>
        <source>With softmax outputs, the loss of example n is −ln y of the right class: 0 for a sure right answer, and without bound for a sure wrong one.</source>
        <translation>輸出為 Softmax 時，第 n 個樣本的損失是正確類別的 −ln y：完全確信且答對時為 0；越確信地答錯，它越大，沒有上限。</translation>
    </message>
    <message>
        <source>How far an update goes; with plain gradient descent w ← w − η·∂C/∂w. Too small is slow, too large leaps over.</source>
        <translation>一次更新走多遠；普通梯度下降為 w ← w − η·∂C/∂w。太小則慢，太大則會跨過頭。</translation>
    </message>
    <message>
        <source>Near the left end every update is shown step by step, the more slowly the farther left; at the far right the computer trains as fast as it can. Nothing but the pace differs: the same updates are made.</source>
        <translation>靠近左端會把每次更新一步一步地顯示出來，越靠左越慢；最右端則以電腦的最快速度訓練。只有快慢不同：所做的更新完全一樣。</translation>
    </message>
    <message>
        <source>The timeline, under the curve</source>
        <translation>時間線，在曲線下面</translation>
    </message>
    <message>
        <source>Every run is a line, from its first update to the newest. Drag along it to see the network as it was: the engine goes back to the state that it kept before that update, and makes the updates since once more, to the same bits. What you change there begins a run of its own; the old one is kept.</source>
        <translation>每次訓練是一條線，從第一次更新到最新的一次。沿著它拖曳，就能看到當時的網路：引擎回到那次更新之前儲存的狀態，再把其後的更新重做一遍，每個位元都相同。在那裡改變什麼，就從那裡開始另一次訓練；原來的保留。</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>log scale</source>
        <translation>對數刻度</translation>
    </message>
</context>
<context>
    <name>IdleCommandPresenter</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可以復原的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>沒有可以重做的操作。</translation>
    </message>
    <message>
        <source>Update 0 is shown: there is none before it.</source>
        <translation>顯示的是第 0 次更新：在它之前沒有更新。</translation>
    </message>
    <message>
        <source>The weights are changed: the phases before showed the old ones, which are gone.</source>
        <translation>權重已經改變：之前的階段顯示的是舊權重，已無法再顯示。</translation>
    </message>
    <message>
        <source>The first phase is shown: there is none before it.</source>
        <translation>顯示的是第一個階段：之前沒有階段。</translation>
    </message>
    <message>
        <source>The newest update is shown: nothing that was trained comes after it.</source>
        <translation>顯示的是最新的更新：在它之後還沒有訓練。</translation>
    </message>
    <message>
        <source>The newest update is shown already.</source>
        <translation>顯示的已經是最新的更新。</translation>
    </message>
    <message>
        <source>A branch begins at an earlier update: look back at one first.</source>
        <translation>分支從更早的更新開始：請先回看一次更早的更新。</translation>
    </message>
    <message>
        <source>One network is shown alone: “Side by side” puts a second one beside it.</source>
        <translation>只顯示了一個網路：請先用「並排比較」在旁邊顯示第二個。</translation>
    </message>
    <message>
        <source>Examples of the training are shown already.</source>
        <translation>顯示的已經是訓練樣本。</translation>
    </message>
    <message>
        <source>The whole network is in view already.</source>
        <translation>整個網路已經都在畫面中。</translation>
    </message>
    <message>
        <source>The type is as large as it can be: {size}.</source>
        <translation>字型大小已經是最大的：{size}。</translation>
    </message>
    <message>
        <source>The type is as small as it can be: {size}.</source>
        <translation>字型大小已經是最小的：{size}。</translation>
    </message>
    <message>
        <source>The type has its usual size already.</source>
        <translation>字型大小已經是通常的大小。</translation>
    </message>
    <message>
        <source>The training’s process has ended: “Retry” starts it again.</source>
        <translation>訓練處理程序已結束：用「重試」重新啟動它。</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Your own examples</source>
        <translation>你自己的樣本</translation>
    </message>
    <message>
        <source>A folder of folders of images</source>
        <translation>含有影像子資料夾的資料夾</translation>
    </message>
    <message>
        <source>The labels of the images</source>
        <translation>影像的標籤</translation>
    </message>
    <message>
        <source>Column with the labels</source>
        <translation>標籤所在的欄</translation>
    </message>
    <message>
        <source>Which column has the labels of the examples</source>
        <translation>選擇樣本的標籤所在的欄</translation>
    </message>
    <message>
        <source>IDX images (as MNIST&apos;s, also .gz), NPZ with the arrays X and y, a table (.csv, .tsv, .txt) with a column of labels, or a folder that has a folder of images for each class.</source>
        <translation>IDX 影像（如 MNIST，也可為 .gz）、含陣列 X 和 y 的 NPZ、帶一欄標籤的表格（.csv、.tsv、.txt），或每個類別各有一個影像子資料夾的資料夾。</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>檔案或資料夾</translation>
    </message>
    <message>
        <source>Where your examples are</source>
        <translation>你的樣本在哪裡</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>檔案…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>資料夾…</translation>
    </message>
    <message>
        <source>Choose a folder of folders of images</source>
        <translation>選擇含有影像子資料夾的資料夾</translation>
    </message>
    <message>
        <source>Choose the file of the labels</source>
        <translation>選擇標籤檔案</translation>
    </message>
    <message>
        <source>Labels of IDX images, where they are not beside them</source>
        <translation>IDX 影像的標籤（若不在影像旁邊）</translation>
    </message>
    <message>
        <source>Pictures become 16 × 16 ink</source>
        <translation>影像變成 16 × 16 的墨跡</translation>
    </message>
    <message>
        <source>For the test, %</source>
        <translation>留作測試，%</translation>
    </message>
    <message>
        <source>A table&apos;s columns are each shifted and scaled to mean 0 and standard deviation 1 over the training examples, so that none outweighs the others by its unit. Pictures are left alone.</source>
        <translation>把表格的每一欄平移並縮放，使其在訓練樣本上平均值為 0、標準差為 1，這樣任何一欄都不會因單位而壓過其他欄。影像不受影響。</translation>
    </message>
    <message>
        <source>Bring columns to one size (standardise)</source>
        <translation>統一各欄的大小（標準化）</translation>
    </message>
    <message>
        <source>They are prepared like a drawing on the canvas; otherwise they stay grey, in their own size</source>
        <translation>與畫布上的手寫同樣處理；否則為灰階，保持原來大小</translation>
    </message>
    <message>
        <source>This share of the examples is kept for the test</source>
        <translation>留出這麼多樣本用於測試</translation>
    </message>
    <message>
        <source>Otherwise the first line is an example, as all others are</source>
        <translation>否則第一列和其他各列一樣，是一個樣本</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>第一列是各欄的名稱</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import a folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>What was left out, and why</source>
        <translation>略過了哪些，以及原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Influence</name>
    <message>
        <source>your drawing</source>
        <translation>手寫</translation>
    </message>
    <message>
        <source>your drawing, meant as a {label}</source>
        <translation>手寫，應為 {label}</translation>
    </message>
    <message>
        <source>own {index}, a {label}</source>
        <translation>自己的樣本 {index}，是 {label}</translation>
    </message>
    <message>
        <source>test example {index}</source>
        <translation>第 {index} 個測試樣本</translation>
    </message>
    <message>
        <source>test digit {index}, a {label}</source>
        <translation>第 {index} 個測試樣本：數字 {label}</translation>
    </message>
    <message>
        <source>test example {index}: {label}</source>
        <translation>第 {index} 個測試樣本：{label}</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>第 {index} 個訓練樣本</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>訓練數字 {index}，標籤為 {label}（已打亂）</translation>
    </message>
    <message>
        <source>training example {index}, label {label} (shuffled)</source>
        <translation>訓練樣本 {index}，標籤為 {label}（已打亂）</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 個訓練樣本：數字 {label}</translation>
    </message>
    <message>
        <source>training example {index}: {label}</source>
        <translation>第 {index} 個訓練樣本：{label}</translation>
    </message>
    <message>
        <source>influence {value}</source>
        <translation>影響 {value}</translation>
    </message>
    <message>
        <source>says none alone: several are largest</source>
        <translation>沒有單獨判為一類：有幾個同為最大</translation>
    </message>
    <message>
        <source>says {answer}</source>
        <translation>判為 {answer}</translation>
    </message>
    <message>
        <source>C of its target: {loss}</source>
        <translation>對其目標的 C：{loss}</translation>
    </message>
    <message>
        <source>C towards {target}: {loss},  {y}</source>
        <translation>以 {target} 為目標的 C：{loss}，{y}</translation>
    </message>
    <message>
        <source>C of its target, log</source>
        <translation>對其目標的 C，對數</translation>
    </message>
    <message>
        <source>C towards {target}, log</source>
        <translation>以 {target} 為目標的 C，對數</translation>
    </message>
    <message>
        <source>first order, at update {update} alone (η {rate})</source>
        <translation>一階估計，只在第 {update} 次更新（η {rate}）</translation>
    </message>
    <message>
        <source>first order, at updates {updates} (η {rate} each)</source>
        <translation>一階估計，在第 {updates} 次更新（各 η {rate}）</translation>
    </message>
    <message>
        <source>first order, at updates {updates}</source>
        <translation>一階估計，在第 {updates} 次更新</translation>
    </message>
    <message>
        <source>an estimate, no proof</source>
        <translation>只是估計，不是證明</translation>
    </message>
    <message>
        <source>longest bar: ±{scale}</source>
        <translation>最長的條：±{scale}</translation>
    </message>
    <message>
        <source>I = Σ η ∇C·∇Cⁿ</source>
        <translation>I = Σ η ∇C·∇Cⁿ</translation>
    </message>
    <message>
        <source>Products of plain gradients of C, of one example each: momentum or Adam, penalties, dropout and the others of a batch are not in them.</source>
        <translation>這是單個樣本的 C 的普通梯度之積：其中沒有動量或 Adam、懲罰項、隨機丟棄，也沒有同批次的其他樣本。</translation>
    </message>
    <message>
        <source>Pulled towards its target</source>
        <translation>拉向其目標</translation>
    </message>
    <message>
        <source>Pulled away from its target</source>
        <translation>拉離其目標</translation>
    </message>
    <message>
        <source>Pulled towards {target}</source>
        <translation>拉向 {target}</translation>
    </message>
    <message>
        <source>Pulled away from {target}</source>
        <translation>拉離 {target}</translation>
    </message>
    <message>
        <source>{count} of {examples}</source>
        <translation>{examples} 個中有 {count} 個</translation>
    </message>
    <message>
        <source>together {total}</source>
        <translation>合計 {total}</translation>
    </message>
    <message>
        <source>{count} together {total}</source>
        <translation>{count} 個合計 {total}</translation>
    </message>
    <message>
        <source>the strongest {shown}</source>
        <translation>最強的 {shown} 個</translation>
    </message>
    <message>
        <source>{rest} of {examples} pulled neither way (0, or no finite number)</source>
        <translation>{examples} 個中有 {rest} 個沒有影響（為 0，或不是有限的數）</translation>
    </message>
    <message>
        <source>trained with all</source>
        <translation>用全部樣本訓練</translation>
    </message>
    <message>
        <source>without this one</source>
        <translation>去掉這 1 個</translation>
    </message>
    <message>
        <source>without 1 other at random</source>
        <translation>隨機去掉另外 1 個</translation>
    </message>
    <message>
        <source>without these {count}</source>
        <translation>去掉這 {count} 個</translation>
    </message>
    <message>
        <source>without {count} others at random</source>
        <translation>隨機去掉另外 {count} 個</translation>
    </message>
    <message>
        <source>{done} of {all} networks trained, {updates} updates each</source>
        <translation>已訓練 {done} / {all} 個網路，各 {updates} 次更新</translation>
    </message>
    <message>
        <source>{done} of {all} networks trained, 1 update each</source>
        <translation>已訓練 {done} / {all} 個網路，各 1 次更新</translation>
    </message>
    <message>
        <source>No effect can be told: with and without them, C overlaps.</source>
        <translation>看不出效果：有它們和沒有它們時，C 的範圍重疊。</translation>
    </message>
    <message>
        <source>Without them C is larger, each time: an effect, as estimated.</source>
        <translation>沒有它們時 C 每次都更大：有效果，與估計一致。</translation>
    </message>
    <message>
        <source>Without them C is smaller, each time: an effect, but against the estimate.</source>
        <translation>沒有它們時 C 每次都更小：有效果，但與估計相反。</translation>
    </message>
    <message>
        <source>Yet as many at random do the same.</source>
        <translation>但隨機去掉同樣多的樣本也會這樣。</translation>
    </message>
    <message>
        <source>No effect can be told: with and without it, C overlaps.</source>
        <translation>看不出效果：有它和沒有它時，C 的範圍重疊。</translation>
    </message>
    <message>
        <source>Without it C is larger, each time: an effect, as estimated.</source>
        <translation>沒有它時 C 每次都更大：有效果，與估計一致。</translation>
    </message>
    <message>
        <source>Without it C is smaller, each time: an effect, but against the estimate.</source>
        <translation>沒有它時 C 每次都更小：有效果，但與估計相反。</translation>
    </message>
    <message>
        <source>Yet one at random does the same.</source>
        <translation>但隨機去掉一個樣本也會這樣。</translation>
    </message>
    <message>
        <source>Rule: an effect is told where the {seeds} values of C with them and the {seeds} without do not overlap. Where there is none, chance does that in 2 of {orders} cases.</source>
        <translation>規則：有它們時的 {seeds} 個 C 與沒有它們時的 {seeds} 個 C 不重疊，才說有效果。若沒有效果，{orders} 種排列中也有 2 種會偶然如此。</translation>
    </message>
    <message>
        <source>Rule: an effect is told where the {seeds} values of C with it and the {seeds} without do not overlap. Where there is none, chance does that in 2 of {orders} cases.</source>
        <translation>規則：有它時的 {seeds} 個 C 與沒有它時的 {seeds} 個 C 不重疊，才說有效果。若沒有效果，{orders} 種排列中也有 2 種會偶然如此。</translation>
    </message>
    <message>
        <source>Each network is trained for {updates} updates; this one was for {update}.</source>
        <translation>每個網路訓練 {updates} 次更新；現在這個訓練了 {update} 次。</translation>
    </message>
    <message>
        <source>Each network is trained for 1 update; this one was for {update}.</source>
        <translation>每個網路訓練 1 次更新；現在這個訓練了 {update} 次。</translation>
    </message>
    <message>
        <source>Each network has a seed of its own, for weights that are drawn, order and dropout; the settings are those of the measuring.</source>
        <translation>每個網路有自己的種子，用於抽取的權重、順序和隨機丟棄；其餘設定與測量時相同。</translation>
    </message>
    <message>
        <source>There is nothing to pull towards: it says no class alone, and no target is known.</source>
        <translation>沒有可以拉向的目標：網路沒有單獨判為一類，也不知道正確答案。</translation>
    </message>
    <message>
        <source>With these initial weights, and all examples as one batch, every training is the same whatever its seed: how much C changes by chance can’t be told.</source>
        <translation>初始權重如此，又以全部樣本為一個批次，因此無論種子是什麼，每次訓練都相同：無法知道 C 會偶然變化多少。</translation>
    </message>
    <message>
        <source>Nothing was trained yet, so there is nothing to train again.</source>
        <translation>還沒有訓練過，所以沒有可以重新訓練的。</translation>
    </message>
    <message>
        <source>So many can’t be left out.</source>
        <translation>不能去掉這麼多。</translation>
    </message>
    <message>
        <source>What was measured is not there any more: measure again.</source>
        <translation>測量的結果已經不在了：請重新測量。</translation>
    </message>
    <message>
        <source>It could not be measured.</source>
        <translation>無法測量。</translation>
    </message>
    <message>
        <source>Measured at update {update}: the network on screen is another one, and so is the example.</source>
        <translation>測量於第 {update} 次更新：現在顯示的是另一個網路和另一個樣本。</translation>
    </message>
    <message>
        <source>Measured at update {update}: the network on screen is another one.</source>
        <translation>測量於第 {update} 次更新：現在顯示的是另一個網路。</translation>
    </message>
    <message>
        <source>Measured at update {update}: another example is shown now.</source>
        <translation>測量於第 {update} 次更新：現在顯示的是另一個樣本。</translation>
    </message>
</context>
<context>
    <name>InfluencePresenter</name>
    <message>
        <source>Taught</source>
        <translation>誰教的</translation>
    </message>
    <message>
        <source>There is no training, so nothing can be measured.</source>
        <translation>沒有訓練，所以無法測量。</translation>
    </message>
    <message>
        <source>Every training example is being looked at…</source>
        <translation>正在檢視每個訓練樣本…</translation>
    </message>
    <message>
        <source>Every training example is being looked at: {share}…</source>
        <translation>正在檢視每個訓練樣本：{share}…</translation>
    </message>
    <message>
        <source>Who taught it this?</source>
        <translation>這是誰教的？</translation>
    </message>
    <message>
        <source>Stopped before all were trained: nothing is decided.</source>
        <translation>沒有全部訓練完就停止了：沒有結論。</translation>
    </message>
</context>
<context>
    <name>InfluenceSide</name>
    <message>
        <source>The example that was measured</source>
        <translation>所測量的樣本</translation>
    </message>
    <message>
        <source>Picture of the example that was measured</source>
        <translation>所測量樣本的圖</translation>
    </message>
    <message>
        <source>Towards</source>
        <translation>拉向</translation>
    </message>
    <message>
        <source>towards what it says</source>
        <translation>拉向網路所判的</translation>
    </message>
    <message>
        <source>The answer that was pulled towards: what the network says, or its label</source>
        <translation>拉向哪個答案：網路所判的，或樣本的標籤</translation>
    </message>
    <message>
        <source>towards its label</source>
        <translation>拉向其標籤</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>The networks whose gradients are multiplied: this one alone, or also as it was before</source>
        <translation>用哪些網路的梯度相乘：只用現在的，或也用以前的</translation>
    </message>
    <message>
        <source>with states of its run</source>
        <translation>用訓練中途的各個狀態</translation>
    </message>
    <message>
        <source>only as it is now</source>
        <translation>只用現在的</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新測量</translation>
    </message>
    <message>
        <source>Measure it for the example that is shown now, with the network as it is now</source>
        <translation>對現在顯示的樣本，用現在的網路測量</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Train again without those that pulled most towards it. How many:</source>
        <translation>去掉拉向它最強的樣本重新訓練。去掉多少個：</translation>
    </message>
    <message>
        <source>How many are left out</source>
        <translation>去掉的個數</translation>
    </message>
    <message>
        <source>So many of the strongest at the left are left out</source>
        <translation>左邊最強的這麼多個被去掉</translation>
    </message>
    <message>
        <source>Train new networks with 4 seeds: with all examples, without these, and without as many others drawn at random</source>
        <translation>用 4 個隨機種子訓練新的網路：用全部樣本，去掉這些，以及隨機去掉同樣多的其他樣本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Train no further</source>
        <translation>不再訓練</translation>
    </message>
</context>
<context>
    <name>InkPreview</name>
    <message>
        <source>What the network reads</source>
        <translation>網路看到的輸入</translation>
    </message>
    <message>
        <source>What the network reads: {columns} × {rows} pixels, 0 to 1; ink is 1, no ink 0</source>
        <translation>網路看到的輸入：{columns} × {rows} 像素，0 到 1；有墨 1，無墨 0</translation>
    </message>
    <message>
        <source>What the network reads: {columns} × {rows} grey pixels, from 0 for black to 1 for white</source>
        <translation>網路看到的輸入：{columns} × {rows} 個灰階像素，0 為黑，1 為白</translation>
    </message>
    <message>
        <source>The picture as the network reads it, each pixel from 0 to 1; ink is 1 and no ink 0, but of pictures kept grey white is 1 and black 0. A drawing is made like the training digits were: upright, of one size, with its centre of mass in the middle.</source>
        <translation>網路看到的輸入影像，每個像素從 0 到 1：有墨為 1，無墨為 0；保留灰階的圖片則白為 1，黑為 0。手寫的數字會處理得與訓練數字一樣：直立、大小一致、重心置中。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Nothing chosen</source>
        <translation>沒有選擇</translation>
    </message>
    <message>
        <source>Point at a neuron.</source>
        <translation>把游標移到一個神經元上。</translation>
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
        <translation>來自</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏權值</translation>
    </message>
    <message>
        <source>share this bias</source>
        <translation>共用此偏權值的神經元</translation>
    </message>
    <message>
        <source>dropped out for this example</source>
        <translation>對該樣本被隨機丟棄關閉</translation>
    </message>
    <message>
        <source>f′(z) is nearly 0 for {share} of the test set (after update {update}): it hardly learns from examples like these</source>
        <translation>對測試集的 {share}，f′(z) 幾乎為 0（第 {update} 次更新後）：從這樣的樣本中幾乎學不到東西</translation>
    </message>
    <message>
        <source>{from_unit} to output {target}</source>
        <translation>{from_unit} 到輸出 {target}</translation>
    </message>
    <message>
        <source>{from_unit} to {to_unit} of layer {layer}</source>
        <translation>{from_unit} 到第 {layer} 層的{to_unit}</translation>
    </message>
    <message>
        <source>Input {input} to output {target}</source>
        <translation>輸入 {input} 到輸出 {target}</translation>
    </message>
    <message>
        <source>Pixel {source} to output {target}</source>
        <translation>像素 {source} 到輸出 {target}</translation>
    </message>
    <message>
        <source>Neuron {source} of layer {before} to output {target}</source>
        <translation>第 {before} 層的神經元 {source} 到輸出 {target}</translation>
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
        <translation>它的貢獻</translation>
    </message>
    <message>
        <source>share this weight</source>
        <translation>共用此權重的連接</translation>
    </message>
    <message>
        <source>share it</source>
        <translation>共享它的連接</translation>
    </message>
    <message>
        <source>at the border</source>
        <translation>在邊界處</translation>
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
        <translation>變化量</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新後</translation>
    </message>
    <message>
        <source>No right answer is known: no C, no gradient.</source>
        <translation>不知道正確答案：沒有 C，沒有梯度。</translation>
    </message>
    <message>
        <source>Input {input} to neuron {target} of layer {layer}</source>
        <translation>輸入 {input} 到第 {layer} 層第 {target} 個神經元</translation>
    </message>
    <message>
        <source>Pixel {source} to neuron {target} of layer {layer}</source>
        <translation>像素 {source} 到第 {layer} 層的神經元 {target}</translation>
    </message>
    <message>
        <source>Neuron {source} of layer {before} to neuron {target} of layer {layer}</source>
        <translation>第 {before} 層的神經元 {source} 到第 {layer} 層的神經元 {target}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>carries</source>
        <translation>攜帶</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>hands back</source>
        <translation>反向傳回</translation>
    </message>
    <message>
        <source>All patterns that the chosen filter can be shown, or the windows that excite it most</source>
        <translation>所選卷積核可能遇到的全部圖樣，或最能激發它的視窗</translation>
    </message>
    <message>
        <source>Everything this filter can say</source>
        <translation>這個卷積核能說的一切</translation>
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
        <translation>滑鼠所指或已固定的神經元或連接的數值，對應所顯示的樣本和所註明的更新。點一下固定一個神經元或連接，按住 Ctrl 可同時固定多個；再次點一下取消固定。</translation>
    </message>
    <message>
        <source>in training: without the dropped neurons</source>
        <translation>訓練時：不含隨機丟棄的神經元</translation>
    </message>
    <message>
        <source>By keyboard: {key}, then the arrow keys; Enter pins the neuron.</source>
        <translation>用鍵盤：先按 {key}，再按方向鍵；按 Enter 固定該神經元。</translation>
    </message>
</context>
<context>
    <name>IntendedLabelRow</name>
    <message>
        <source>Which one did you mean?</source>
        <translation>你畫的是哪一個？</translation>
    </message>
    <message>
        <source>Say which one you meant, and there is a target ŷ: C of your drawing and its gradient are shown. Without it there is no C and no backward wave. The network is not trained on your drawing.</source>
        <translation>說出你畫的是哪一個，就有了目標 ŷ：會顯示你的手寫的 C 和梯度。不說就沒有 C，也沒有反向傳播的動畫。網路不會用你的手寫訓練。</translation>
    </message>
    <message>
        <source>I meant a {digit}</source>
        <translation>我畫的是 {digit}</translation>
    </message>
    <message>
        <source>I meant a {digit}; again: I do not say</source>
        <translation>我畫的是 {digit}；再按一次：不說</translation>
    </message>
</context>
<context>
    <name>KeepingPresenter</name>
    <message>
        <source>Your work is not kept in case Backlight ends unexpectedly: there is no space left in {folder}. Make room there, or save the session elsewhere.</source>
        <translation>目前的內容沒有留存，Backlight 若意外結束就會丟失：{folder} 中已沒有空間。請在那裡騰出空間，或將工作階段檔案儲存到別處。</translation>
    </message>
    <message>
        <source>Your work is not kept in case Backlight ends unexpectedly: nothing can be written in {folder} ({reason}). Save the session elsewhere.</source>
        <translation>目前的內容沒有留存，Backlight 若意外結束就會丟失：無法寫入 {folder}（{reason}）。請將工作階段檔案儲存到別處。</translation>
    </message>
    <message>
        <source>What was kept of an earlier run could not be removed from {folder} ({reason}): should Backlight end unexpectedly, it comes back.</source>
        <translation>無法從 {folder} 中移除先前一次訓練留存的內容（{reason}）：Backlight 若意外結束，它會再次出現。</translation>
    </message>
</context>
<context>
    <name>KernelPage</name>
    <message>
        <source>each place</source>
        <translation>每個位置</translation>
    </message>
    <message>
        <source>each weight of the kernel</source>
        <translation>卷積核的每個權重</translation>
    </message>
</context>
<context>
    <name>KeyBindings</name>
    <message>
        <source>{key} is the key of “{command}”. Take it from there first, or choose another one.</source>
        <translation>{key} 是「{command}」的按鍵。請先取消那裡的按鍵，或另選一個。</translation>
    </message>
    <message>
        <source>{key} moves the keyboard through the window, or answers a dialog. Choose another one.</source>
        <translation>{key} 用於在視窗中移動焦點或回答對話方塊。請另選一個。</translation>
    </message>
    <message>
        <source>{key} opens a menu. Choose another one.</source>
        <translation>{key} 用於開啟選單，請換一個鍵。</translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu or presses a button. Choose another one than {key}.</source>
        <translation>Alt 加字母用於開啟選單或按下按鈕。請不要用 {key}，另選一個。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Connections drawn</source>
        <translation>畫出的連接</translation>
    </message>
    <message>
        <source>Connections show</source>
        <translation>連接顯示</translation>
    </message>
    <message>
        <source>No command is called “{words}”. Try fewer letters.</source>
        <translation>沒有叫「{words}」的命令。請少輸入幾個字。</translation>
    </message>
    <message>
        <source>New &amp;key of “{command}”:</source>
        <translation>「{command}」的新按鍵(&amp;K)：</translation>
    </message>
    <message>
        <source>All commands have the keys that they had before.</source>
        <translation>所有命令都恢復為之前的按鍵。</translation>
    </message>
    <message>
        <source>All commands have their usual keys.</source>
        <translation>所有命令都恢復為預設按鍵。</translation>
    </message>
    <message>
        <source>Keys as before</source>
        <translation>恢復之前的按鍵</translation>
    </message>
    <message>
        <source>Give the commands the keys back that they had</source>
        <translation>把各命令之前的按鍵還給它們</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Name or key of a command</source>
        <translation>命令的名稱或按鍵</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>All commands with their keys</source>
        <translation>所有命令和它們的按鍵</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按鍵</translation>
    </message>
    <message>
        <source>Press the key that the chosen command shall have</source>
        <translation>按下要給所選命令的鍵</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>無按鍵</translation>
    </message>
    <message>
        <source>Take the chosen command&apos;s keys away</source>
        <translation>取消所選命令的按鍵</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>預設按鍵</translation>
    </message>
    <message>
        <source>Give the chosen command the keys it came with</source>
        <translation>恢復所選命令原來的按鍵</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>全部恢復預設</translation>
    </message>
    <message>
        <source>Give every command the keys it came with</source>
        <translation>恢復所有命令原來的按鍵</translation>
    </message>
</context>
<context>
    <name>KnownNetworks</name>
    <message>
        <source>The default: two dense layers, of 32 and 16 neurons</source>
        <translation>預設網路：兩個全連接層，32 個和 16 個神經元</translation>
    </message>
    <message>
        <source>default</source>
        <translation>預設</translation>
    </message>
    <message>
        <source>Default network</source>
        <translation>預設網路</translation>
    </message>
    <message>
        <source>CNN</source>
        <translation>CNN</translation>
    </message>
    <message>
        <source>A small convolutional network: 8 and 16 maps, each with a max pool behind it</source>
        <translation>小型卷積網路：8 張和 16 張特徵圖，每層之後接一個最大池化</translation>
    </message>
    <message>
        <source>Small convolutional network</source>
        <translation>小型卷積網路</translation>
    </message>
    <message>
        <source>LeNet</source>
        <translation>LeNet</translation>
    </message>
    <message>
        <source>LeNet 1989, the network of LeCun et al. (1989): 12 and 12 maps, then 30 neurons. Each map of the second layer reads 8 of the 12; which 8 the paper leaves open.</source>
        <translation>LeNet 1989，LeCun 等人（1989）的網路：12 張和 12 張特徵圖，再接 30 個神經元。第二層的每張特徵圖讀取 12 張中的 8 張；論文沒有說明是哪 8 張。</translation>
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
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Kernel, {place}</source>
        <translation>卷積核，{place}</translation>
    </message>
    <message>
        <source>The window&apos;s side, in cells</source>
        <translation>視窗的邊長，以格計</translation>
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
        <translation>下一個視窗移動多少格</translation>
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
        <translation>影像邊界之外有多少格按 0 計</translation>
    </message>
    <message>
        <source>each map reads {count} of {all} maps</source>
        <translation>每張特徵圖讀取 {all} 張中的 {count} 張</translation>
    </message>
    <message>
        <source>a bias for each cell</source>
        <translation>每格各有一個偏權值</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>layer {number}</source>
        <translation>第 {number} 層</translation>
    </message>
    <message>
        <source>layers {number}</source>
        <translation>第 {number} 層</translation>
    </message>
    <message>
        <source>Drag it to another place; Alt+Up and Alt+Down move it too.</source>
        <translation>可拖到別處；Alt+↑ 和 Alt+↓ 也能移動它。</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 個參數</translation>
    </message>
    <message>
        <source>Remove layers {number}</source>
        <translation>刪除第 {number} 層</translation>
    </message>
    <message>
        <source>Remove these layers</source>
        <translation>刪除這些層</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>刪除第 {number} 層</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>刪除這一層</translation>
    </message>
    <message>
        <source>Kernel, stride and padding</source>
        <translation>卷積核、步幅和填充</translation>
    </message>
    <message>
        <source>Window of {place}: {made}</source>
        <translation>{place}的視窗：{made}</translation>
    </message>
    <message>
        <source>Activation function of layers {number}</source>
        <translation>第 {number} 層的活化函數</translation>
    </message>
    <message>
        <source>Activation function of layer {number}</source>
        <translation>第 {number} 層的活化函數</translation>
    </message>
    <message>
        <source>What a neuron of this layer makes of its sum z</source>
        <translation>這一層的神經元把總和 z 變成什麼</translation>
    </message>
    <message>
        <source>Block of layer {number}</source>
        <translation>第 {number} 層的塊</translation>
    </message>
    <message>
        <source>block</source>
        <translation>塊</translation>
    </message>
    <message>
        <source>The block&apos;s side, in cells: a block of 2 × 2 becomes one cell</source>
        <translation>塊的邊長，以格計：2 × 2 的塊變成一格</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}</source>
        <translation>1 到 {most} 的整數</translation>
    </message>
    <message>
        <source>Maps of layers {number}, and how many layers</source>
        <translation>第 {number} 層的特徵圖數，以及層數</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>map</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>Maps of layer {number}</source>
        <translation>第 {number} 層的特徵圖數</translation>
    </message>
    <message>
        <source>Maps of this layer; “8 × 3” makes three layers of 8 maps</source>
        <translation>該層的特徵圖數；「8 × 3」表示三層，每層 8 張特徵圖</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}, or “8 × 3” for three layers of 8 maps</source>
        <translation>1 到 {most} 的整數，或「8 × 3」表示三層、每層 8 張特徵圖</translation>
    </message>
    <message>
        <source>Neurons of layers {number}, and how many layers</source>
        <translation>第 {number} 層每層的神經元個數，以及層數</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>神經元</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神經元</translation>
    </message>
    <message>
        <source>Neurons of layer {number}</source>
        <translation>第 {number} 層的神經元</translation>
    </message>
    <message>
        <source>Neurons of this hidden layer; “32 × 20” makes twenty layers of 32</source>
        <translation>這個隱藏層的神經元個數；「32 × 20」表示 20 層、每層 32 個</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}, or “32 × 20” for twenty layers of 32</source>
        <translation>1 到 {most} 的整數，或「32 × 20」表示二十層、每層 32 個</translation>
    </message>
</context>
<context>
    <name>LayerRows</name>
    <message>
        <source>Dense</source>
        <translation>全連接</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷積</translation>
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
        <translation>局部連接</translation>
    </message>
    <message>
        <source>Every neuron reads all numbers of the layer before.</source>
        <translation>每個神經元讀取前一層的全部數。</translation>
    </message>
    <message>
        <source>Every cell of a map reads one window, and all cells of a map share their weights.</source>
        <translation>特徵圖的每一格讀取一個視窗，同一張特徵圖的所有格共享權值。</translation>
    </message>
    <message>
        <source>Every block of cells becomes one cell: its largest number.</source>
        <translation>每一塊變成一格：取其中最大的數。</translation>
    </message>
    <message>
        <source>Every block of cells becomes one cell: its mean.</source>
        <translation>每一塊變成一格：取其平均值。</translation>
    </message>
    <message>
        <source>Every cell of a map reads one window, with weights of its own.</source>
        <translation>特徵圖的每一格讀取一個視窗，各有自己的權重。</translation>
    </message>
    <message>
        <source>Conv {side}×{side}</source>
        <translation>卷積 {side}×{side}</translation>
    </message>
    <message>
        <source>Local {side}×{side}</source>
        <translation>局部 {side}×{side}</translation>
    </message>
    <message>
        <source>1 map of {rows} × {columns}</source>
        <translation>1 張 {rows} × {columns} 特徵圖</translation>
    </message>
    <message>
        <source>{maps} maps of {rows} × {columns}</source>
        <translation>{maps} 張 {rows} × {columns} 特徵圖</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1 個神經元</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 個神經元</translation>
    </message>
    <message>
        <source>{count} hidden layers are too many: give at most {most}.</source>
        <translation>{count} 個隱藏層太多：最多 {most} 個。</translation>
    </message>
    <message>
        <source>These layers have {count} parameters: give layers of at most {most} in all, with fewer neurons or maps.</source>
        <translation>這些層有 {count} 個參數：總共最多 {most} 個，請減少神經元或特徵圖。</translation>
    </message>
    <message>
        <source>Layer {layer} would have {count} cells: give at most {most}, with fewer maps or a larger stride.</source>
        <translation>第 {layer} 層會有 {count} 格：最多 {most} 格，請減少特徵圖或加大步幅。</translation>
    </message>
    <message>
        <source>The windows of layer {layer} would read {count} numbers: give at most {most}, with a smaller kernel, a larger stride or a pool before it.</source>
        <translation>第 {layer} 層的視窗會讀取 {count} 個數：最多 {most} 個，請減小卷積核、加大步幅，或在它前面加一個池化層。</translation>
    </message>
    <message>
        <source>Layer {layer} reads a picture, and these data are none: choose digits or pictures (File, Training data), or take dense layers.</source>
        <translation>第 {layer} 層讀取影像，而這些資料不是影像：請選擇數字或影像（檔案、訓練資料），或使用全連接層。</translation>
    </message>
    <message>
        <source>Layer {layer} reads a picture, and the dense layer before it makes none: put it before all dense layers.</source>
        <translation>第 {layer} 層讀取影像，而它前面的全連接層不產生影像：請把它放在所有全連接層之前。</translation>
    </message>
    <message>
        <source>The kernel of layer {layer} is {count} × {count}, and the picture it reads is {rows} × {columns}: give a kernel of at most {most}, or more padding.</source>
        <translation>第 {layer} 層的卷積核是 {count} × {count}，而它讀取的影像是 {rows} × {columns}：卷積核最大為 {most}，或加大填充。</translation>
    </message>
    <message>
        <source>The block of layer {layer} is {count} × {count}, and the picture it reads is {rows} × {columns}: give a block of at most {most}, or fewer pools before it.</source>
        <translation>第 {layer} 層的塊是 {count} × {count}，而它讀取的影像是 {rows} × {columns}：塊最大為 {most}，或減少它前面的池化層。</translation>
    </message>
    <message>
        <source>Layer {layer} reads {count} maps by their numbers, and the layer before it would have {most}: give that {count} maps.</source>
        <translation>第 {layer} 層按編號讀取 {count} 張特徵圖，而它前一層只會有 {most} 張：請給前一層 {count} 張。</translation>
    </message>
    <message>
        <source>A padding of {count} is too much for the kernel of layer {layer}: give at most {most}, or a larger kernel.</source>
        <translation>填充 {count} 對第 {layer} 層的卷積核來說太大：最多 {most}，或加大卷積核。</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>卷積</translation>
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
        <translation>該層的權重</translation>
    </message>
    <message>
        <source>The weights W of the layer as a picture, a row for each pixel and a column for each cell, and beside it the connections that end in one cell. Point at a cell of the map to see its own (Shift and the arrow keys move it); the up and down keys, or a click on a kernel, choose another map.</source>
        <translation>該層的權重 W 畫成一幅圖：每個像素一列，每格一欄；旁邊是通到某一格的連接。指向特徵圖的一格可看它的連接（Shift 加方向鍵移動）；上下鍵或點選一個卷積核可選擇另一張特徵圖。</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>each cell</source>
        <translation>每個格子</translation>
    </message>
    <message>
        <source>each class</source>
        <translation>每個類別</translation>
    </message>
</context>
<context>
    <name>LedgerDivergence</name>
    <message>
        <source>Training diverged at update {update}, before any C was computed.</source>
        <translation>訓練在第 {update} 次更新時發散，此前沒有計算過任何 C。</translation>
    </message>
    <message>
        <source>Training diverged at update {update}: what is measured here is of update {known}, before</source>
        <translation>訓練在第 {update} 次更新時發散：這裡測得的均為此前第 {known} 次更新後的</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Set</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Whose terms: those of the training set add up to L</source>
        <translation>誰的各項：訓練集的各項之和就是 L</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>測試集</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Where each dot stands</source>
        <translation>每個點的位置</translation>
    </message>
    <message>
        <source>by C</source>
        <translation>按 C</translation>
    </message>
    <message>
        <source>by confidence</source>
        <translation>按信心度</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>按類別</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>按編號</translation>
    </message>
    <message>
        <source>by times forgotten</source>
        <translation>按遺忘次數</translation>
    </message>
    <message>
        <source>Forgotten: right in one epoch&apos;s batch, wrong in the next one&apos;s (training set)</source>
        <translation>遺忘：在一個輪次的批次中答對，在下一個輪次的批次中答錯（訓練集）</translation>
    </message>
    <message>
        <source>Each C when its example was last in a batch, in place of all C at one update: only those add up to L</source>
        <translation>每個樣本最近一次出現在批次中時的 C，而不是同一次更新時的全部 C：只有後者相加等於 L</translation>
    </message>
    <message>
        <source>As last &amp;seen</source>
        <translation>最近所見(&amp;S)</translation>
    </message>
    <message>
        <source>As last seen</source>
        <translation>最近所見</translation>
    </message>
    <message>
        <source>While dots are small: the pictures around the one pointed at, or that the keys have chosen</source>
        <translation>圓點很小時：顯示所指或用鍵選取的樣本周圍的影像</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>放大鏡</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>What the shade of a dot says</source>
        <translation>點的明暗表示什麼</translation>
    </message>
    <message>
        <source>wrong then</source>
        <translation>當時答錯</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>答錯</translation>
    </message>
    <message>
        <source>times wrong</source>
        <translation>答錯次數</translation>
    </message>
    <message>
        <source>How often the answer was wrong in a batch (training set)</source>
        <translation>在批次中答錯了多少次（訓練集）</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 個</translation>
    </message>
    <message>
        <source>standardised: mean 0, standard deviation 1</source>
        <translation>已標準化：平均值為 0，標準差為 1</translation>
    </message>
</context>
<context>
    <name>LedgerPresenter</name>
    <message>
        <source>Example</source>
        <translation>樣本</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的測試集</translation>
    </message>
    <message>
        <source>What L is made of</source>
        <translation>L 由什麼組成</translation>
    </message>
    <message>
        <source>There is no training, so no C can be computed.</source>
        <translation>沒有訓練，所以無法計算任何 C。</translation>
    </message>
    <message>
        <source>Every C is being computed…</source>
        <translation>正在計算每個 C……</translation>
    </message>
    <message>
        <source>This set has no examples.</source>
        <translation>這個資料集沒有樣本。</translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message>
        <source>Σ Cⁿ of the test set = {total}: all {count} terms</source>
        <translation>測試集的 Σ Cⁿ = {total}：全部 {count} 項</translation>
    </message>
    <message>
        <source>Σ Cⁿ of the test set = {total}: 1 term</source>
        <translation>測試集的 Σ Cⁿ = {total}：1 項</translation>
    </message>
    <message>
        <source>Own test set: Σ Cⁿ = {total} over 1 example</source>
        <translation>自己的測試集：1 個樣本的 Σ Cⁿ = {total}</translation>
    </message>
    <message>
        <source>Own test set: Σ Cⁿ = {total} over {count} examples</source>
        <translation>自己的測試集：{count} 個樣本的 Σ Cⁿ = {total}</translation>
    </message>
    <message>
        <source>L = Σ Cⁿ = {total}: all {count} terms</source>
        <translation>L = Σ Cⁿ = {total}：全部 {count} 項</translation>
    </message>
    <message>
        <source>L = Σ Cⁿ = {total}: 1 term</source>
        <translation>L = Σ Cⁿ = {total}：1 項</translation>
    </message>
    <message>
        <source>Point at one, or choose one with the arrow keys, to see it here.</source>
        <translation>指向一個樣本，或用方向鍵選擇一個，就會顯示在這裡。</translation>
    </message>
    <message>
        <source>filled corner: wrong before θ was edited, {wrong} of {count}</source>
        <translation>有實心角：θ 被手動修改之前答錯，{count} 個中有 {wrong} 個</translation>
    </message>
    <message>
        <source>full shade: wrong before θ was edited, {wrong} of {count}</source>
        <translation>最醒目的點：θ 被手動修改之前答錯，{count} 個中有 {wrong} 個</translation>
    </message>
    <message>
        <source>filled corner: wrong at update {update}, {wrong} of {count}</source>
        <translation>有實心角：第 {update} 次更新時答錯，{count} 個中有 {wrong} 個</translation>
    </message>
    <message>
        <source>full shade: wrong at update {update}, {wrong} of {count}</source>
        <translation>最醒目的點：第 {update} 次更新時答錯，{count} 個中有 {wrong} 個</translation>
    </message>
    <message>
        <source>in the order of the set, column by column</source>
        <translation>按資料集中的順序，一欄接一欄</translation>
    </message>
    <message>
        <source>C rises to the right</source>
        <translation>C 向右增大</translation>
    </message>
    <message>
        <source>the largest y rises to the right, one band for each class</source>
        <translation>最大的 y 向右遞增，每一類佔一條</translation>
    </message>
    <message>
        <source>class by class; in each C rises to the right</source>
        <translation>一類接一類；每類中 C 向右增大</translation>
    </message>
    <message>
        <source>C rises to the right, one band for each class</source>
        <translation>C 向右增大，每個類別一條帶</translation>
    </message>
    <message>
        <source>test example {index}</source>
        <translation>第 {index} 個測試樣本</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>第 {index} 個訓練樣本</translation>
    </message>
    <message>
        <source>own {number}, a {label}</source>
        <translation>自己的樣本 {number}，是 {label}</translation>
    </message>
    <message>
        <source>training digit {index}, label {label} (shuffled)</source>
        <translation>第 {index} 個訓練樣本：標籤 {label}（已打亂）</translation>
    </message>
    <message>
        <source>training example {index}, label {label} (shuffled)</source>
        <translation>第 {index} 個訓練樣本：標籤 {label}（已打亂）</translation>
    </message>
    <message>
        <source>test example {index}: {label}</source>
        <translation>第 {index} 個測試樣本：{label}</translation>
    </message>
    <message>
        <source>training example {index}: {label}</source>
        <translation>第 {index} 個訓練樣本：{label}</translation>
    </message>
    <message>
        <source>test digit {index}, a {label}</source>
        <translation>第 {index} 個測試樣本：數字 {label}</translation>
    </message>
    <message>
        <source>training digit {index}, a {label}</source>
        <translation>第 {index} 個訓練樣本：數字 {label}</translation>
    </message>
    <message>
        <source>says none alone: several are largest</source>
        <translation>沒有單獨判為哪一類：有幾個同為最大</translation>
    </message>
    <message>
        <source>says {label}, as its label is</source>
        <translation>判為 {label}，與標籤相同</translation>
    </message>
    <message>
        <source>says {label}: right</source>
        <translation>判為 {label}：正確</translation>
    </message>
    <message>
        <source>says {answer}, its label is {label}</source>
        <translation>判為 {answer}，標籤為 {label}</translation>
    </message>
    <message>
        <source>says {answer}, is {label}</source>
        <translation>判為 {answer}，應為 {label}</translation>
    </message>
    <message>
        <source>C = −ln y = {loss},  {y}</source>
        <translation>C = −ln y = {loss}，{y}</translation>
    </message>
    <message>
        <source>number {rank} of {count} by C, the largest first</source>
        <translation>按 C 從大到小，第 {rank} 個，共 {count} 個</translation>
    </message>
    <message>
        <source>the worst {count}: {share} of the sum</source>
        <translation>最差的 {count} 個：佔總和的 {share}</translation>
    </message>
    <message>
        <source>the next {count}: {share}</source>
        <translation>其次 {count} 個：{share}</translation>
    </message>
    <message>
        <source>the other {count}: {share}</source>
        <translation>其餘 {count} 個：{share}</translation>
    </message>
    <message>
        <source>the worst 1 %: {share} of the sum</source>
        <translation>最差的 1%：佔總和的 {share}</translation>
    </message>
    <message>
        <source>the next 9 %: {share}</source>
        <translation>其次的 9%：{share}</translation>
    </message>
    <message>
        <source>the other 90 %: {share}</source>
        <translation>其餘 90%：{share}</translation>
    </message>
    <message>
        <source>all {count} examples by C as last seen, each the same width</source>
        <translation>全部 {count} 個樣本按最近所見的 C 排列，每個寬度相同</translation>
    </message>
    <message>
        <source>all {count} examples by C, each the same width</source>
        <translation>全部 {count} 個樣本按 C 排列，每個寬度相同</translation>
    </message>
    <message>
        <source>only in this bar is width Σ Cⁿ</source>
        <translation>只有在這個條中寬度表示 Σ Cⁿ</translation>
    </message>
    <message>
        <source>only in this bar is width L</source>
        <translation>只有在這個條中寬度表示 L</translation>
    </message>
</context>
<context>
    <name>LeftWorkPresenter</name>
    <message>
        <source>No unsaved work was left by another window.</source>
        <translation>沒有其他視窗留下未儲存的內容。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Opened as it stood. Of its states only the first and the last one are kept, so earlier updates are made again from the first one: that may take a while.</source>
        <translation>已按當時的樣子開啟。它的狀態只儲存著最初和最後的，更早的更新要從第一次起重新算，可能需要一些時間。</translation>
    </message>
    <message>
        <source>Work that was not saved, of {date}: update {update}.</source>
        <translation>有未儲存的內容，{date}：第 {update} 次更新。</translation>
    </message>
    <message>
        <source>Work that was not saved, of {date}: update {update}, L = {total}.</source>
        <translation>有未儲存的內容，{date}：第 {update} 次更新，L = {total}。</translation>
    </message>
    <message>
        <source>Work that was not saved, of {date}: update {update}, L = {total} at {exact}.</source>
        <translation>有未儲存的內容，{date}：第 {update} 次更新，第 {exact} 次時 L = {total}。</translation>
    </message>
    <message>
        <source>In it are {runs} runs with {updates} updates; the longest has {largest}.</source>
        <translation>其中共有 {runs} 次訓練、{updates} 次更新；最長的一次有 {largest} 次更新。</translation>
    </message>
    <message>
        <source>Its file {name} had update {update} when that window last saved or opened it.</source>
        <translation>那個視窗最近一次儲存或開啟它的檔案 {name} 時，檔案停在第 {update} 次更新。</translation>
    </message>
    <message>
        <source>Its file {name} had update {update}, L = {total}, when that window last saved or opened it.</source>
        <translation>那個視窗最近一次儲存或開啟它的檔案 {name} 時，檔案停在第 {update} 次更新，L = {total}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Update {update} will not be offered again.</source>
        <translation>第 {update} 次更新的內容不會再出現。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>{what} of each input, full colour at {scale}</source>
        <translation>各輸入的 {what}，顏色最濃處為 {scale}</translation>
    </message>
    <message>
        <source>picture in a neuron</source>
        <translation>神經元中的影像</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>the class of the largest y, full colour at y = 1, none at y = {least}</source>
        <translation>y 最大的類別；y = 1 時顏色最濃，y = {least} 時無色</translation>
    </message>
    <message>
        <source>map</source>
        <translation>輸入空間圖</translation>
    </message>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>x from 0 (nearly empty) to 1 (full)</source>
        <translation>x 從 0（近乎空白）到 1（最滿）</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>連接</translation>
    </message>
    <message>
        <source>of a highlighted neuron {thin} px near 0 to {wide} px at full colour; the others faded to {part}</source>
        <translation>突出顯示的神經元：接近 0 時粗 {thin} px，顏色最濃時粗 {wide} px；其餘淡化到 {part}</translation>
    </message>
    <message>
        <source>translucent where many lie over each other</source>
        <translation>重疊密集處畫成半透明</translation>
    </message>
    <message>
        <source>a from 0 (empty) to {numbers} (full), by layer</source>
        <translation>a 從 0（空白）到 {numbers}（最滿），逐層列出</translation>
    </message>
    <message>
        <source>below 0 orange</source>
        <translation>負值為橙色</translation>
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
        <translation>!：{count} 個為 NaN 或無窮大</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>圓環</translation>
    </message>
    <message>
        <source>δ, {thin} px near 0 to {wide} px at |δ| = {numbers}, by layer, as √|δ|; under {part} of that it fades</source>
        <translation>δ，接近 0 時寬 {thin} px，|δ| = {numbers} 時寬 {wide} px（逐層列出），按 √|δ| 變化；低於其 {part} 時變淡</translation>
    </message>
    <message>
        <source>lower part of a cell</source>
        <translation>格子下部</translation>
    </message>
    <message>
        <source>δ, full colour at |δ| = {numbers}, by layer, as √|δ|</source>
        <translation>δ，|δ| = {numbers} 時顏色最濃（逐層列出），按 √|δ| 變化</translation>
    </message>
    <message>
        <source>× dead, = saturated for nearly all of the test set</source>
        <translation>× 表示失效，= 表示飽和（對幾乎整個測試集而言）</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>記號</translation>
    </message>
    <message>
        <source>kept silent by dropout for this example</source>
        <translation>對該樣本被隨機丟棄關閉</translation>
    </message>
    <message>
        <source>stroke</source>
        <translation>斜線</translation>
    </message>
    <message>
        <source>a that goes past a layer, full colour at |a| = {numbers}, by layer</source>
        <translation>繞過一層的 a，|a| = {numbers} 時顏色最濃，逐層列出</translation>
    </message>
    <message>
        <source>∂C/∂a that comes back past a layer, full colour at {numbers}, by layer</source>
        <translation>繞過一層傳回的 ∂C/∂a，{numbers} 時顏色最濃，逐層列出</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total}, the strongest</source>
        <translation>畫出 {total} 條中最強的 {drawn} 條</translation>
    </message>
    <message>
        <source>arc</source>
        <translation>弧線</translation>
    </message>
    <message>
        <source>scales locked</source>
        <translation>色階已鎖定</translation>
    </message>
    <message>
        <source>ribbon</source>
        <translation>帶</translation>
    </message>
    <message>
        <source>disc</source>
        <translation>圓點</translation>
    </message>
    <message>
        <source>dart</source>
        <translation>箭頭</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Legend: {names}</source>
        <translation>圖例：{names}</translation>
    </message>
    <message>
        <source>the batch’s mean δ, {thin} px near 0 to {wide} px at |δ| = {numbers}, by layer, as √|δ|; under {part} of that it fades</source>
        <translation>批次的平均 δ，接近 0 時寬 {thin} px，|δ| = {numbers} 時寬 {wide} px（逐層列出），按 √|δ| 變化；低於其 {part} 時變淡</translation>
    </message>
    <message>
        <source>the batch’s mean δ, full colour at |δ| = {numbers}, by layer, as √|δ|</source>
        <translation>批次的平均 δ，|δ| = {numbers} 時顏色最濃（逐層列出），按 √|δ| 變化</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>all connections from one map to another, or to a neuron: {px} px wide for Σ|{what}| = {widest}, coloured by Σ {what}, full at {full}, by layer; wide and faint: much arrives and cancels</source>
        <translation>從一張特徵圖到另一張或到一個神經元的所有連接：Σ|{what}| = {widest} 時寬 {px} px，按 Σ {what} 著色，顏色最濃處為 {full}，按層；寬而色淡：到達的很多，但互相抵消</translation>
    </message>
    <message>
        <source>of each connection a·δ, what it alone adds to the ∂C/∂w of its shared weight</source>
        <translation>每條連接為 a·δ，即它單獨對共享權重的 ∂C/∂w 的貢獻</translation>
    </message>
    <message>
        <source>the batch’s mean</source>
        <translation>批的平均</translation>
    </message>
    <message>
        <source>{count} thinner ones left out</source>
        <translation>省去較細的 {count} 條</translation>
    </message>
    <message>
        <source>{what} of each place of the window, full colour at {full}, by layer</source>
        <translation>視窗每個位置的 {what}，顏色最濃處為 {full}，按層</translation>
    </message>
    <message>
        <source>of the signal’s update</source>
        <translation>屬於訊號所在的那次更新</translation>
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
        <translation>正在看的視窗，以及由它算出的格；只看到 0 的視窗一起給出 f(b)</translation>
    </message>
    <message>
        <source>not the largest of its block: the pool does not pass it on, and hands no δ back to it</source>
        <translation>不是塊中最大的：池化不把它傳下去，也不把 δ 傳回給它</translation>
    </message>
    <message>
        <source>δ of a map’s cell, full colour at |δ| = {numbers}, by layer, as √|δ|</source>
        <translation>特徵圖一格的 δ，|δ| = {numbers} 時顏色最濃，按層，按 √|δ|</translation>
    </message>
    <message>
        <source>× on a map: all of its cells dead, = all saturated for nearly all of the test set</source>
        <translation>特徵圖上的 ×：所有格都失效，=：所有格對幾乎全部測試集都飽和</translation>
    </message>
    <message>
        <source>{count} of {cells} cells of maps are dead</source>
        <translation>特徵圖的 {cells} 格中有 {count} 格失效</translation>
    </message>
    <message>
        <source>{count} of {cells} cells of maps are saturated</source>
        <translation>特徵圖的 {cells} 格中有 {count} 格飽和</translation>
    </message>
    <message>
        <source>of maps {count} arcs, each the sum over a map’s cells, {px} px wide for Σ|·| = {widest}, by layer</source>
        <translation>特徵圖的弧線 {count} 條，每條為一張特徵圖各格之和，Σ|·| = {widest} 時寬 {px} px，按層</translation>
    </message>
    <message>
        <source>{what} by its area: the largest for {most} or more, the smallest for {least} or less</source>
        <translation>面積表示 {what}：達到或超過 {most} 時最大，不超過 {least} 時最小</translation>
    </message>
    <message>
        <source>{drawn} of {total} travel, the largest</source>
        <translation>只畫 {total} 個中最大的 {drawn} 個</translation>
    </message>
    <message>
        <source>y from 0 to 1</source>
        <translation>y 從 0 到 1</translation>
    </message>
    <message>
        <source>y from −{scale} to {scale}</source>
        <translation>y 從 −{scale} 到 {scale}</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>條形</translation>
    </message>
    <message>
        <source>full colours and widths stay as they were</source>
        <translation>最濃的顏色和圓環的寬度所代表的數保持不變</translation>
    </message>
    <message>
        <source>full colours and widths stay as they were, but for the widths of ribbons</source>
        <translation>最濃的顏色和圓環的寬度所代表的數保持不變，條帶的寬度除外</translation>
    </message>
    <message>
        <source>the batch’s mean δ</source>
        <translation>批次的平均 δ</translation>
    </message>
    <message>
        <source>at update {update}</source>
        <translation>第 {update} 次更新時</translation>
    </message>
    <message>
        <source>at updates {update}</source>
        <translation>第 {update} 次更新時</translation>
    </message>
    <message>
        <source>curve: y for every x; what its axes reach stands beside it</source>
        <translation>曲線：每個 x 對應的 y；座標軸的範圍寫在旁邊</translation>
    </message>
    <message>
        <source>points: {count} of {total} training examples</source>
        <translation>點：{total} 個訓練樣本中的 {count} 個</translation>
    </message>
    <message>
        <source>|x| from 0 to {numbers} (full); negative in orange</source>
        <translation>|x| 從 0 到 {numbers}（最滿）；負值為橙色</translation>
    </message>
    <message>
        <source>{count} a neuron at most, for there is no room for more</source>
        <translation>每個神經元最多畫 {count} 條，再多就畫不下了</translation>
    </message>
    <message>
        <source>dashed where it is NaN or infinite</source>
        <translation>虛線表示 NaN 或無窮大</translation>
    </message>
    <message>
        <source>+: {count} beyond the full colour</source>
        <translation>+：{count} 個超出最濃的顏色</translation>
    </message>
    <message>
        <source>drawn where |a·w| is largest, and not where it is 0</source>
        <translation>畫出 |a·w| 最大的，為 0 的不畫</translation>
    </message>
    <message>
        <source>{gap} translucent, {part} opaque, for many lie there</source>
        <translation>{gap}：連接密集，畫成半透明（不透明度 {part}）</translation>
    </message>
</context>
<context>
    <name>LegendButton</name>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>What colour, width and size stand for, with the numbers that are in force now, for every kind of mark that is on screen.</source>
        <translation>圖中每一種標記的顏色、寬度和大小各表示什麼，並給出目前的數值。</translation>
    </message>
</context>
<context>
    <name>LifeView</name>
    <message>
        <source>Right or wrong at each presentation</source>
        <translation>每次出現時是對還是錯</translation>
    </message>
    <message>
        <source>One mark for each time that the training had this example in a batch: a full bar where the network&apos;s answer was right then, a cross where it was wrong, a dot where it was in no batch of that epoch.</source>
        <translation>訓練每次把這個樣本放進批次，就有一個標記：網路當時答對為實心條，答錯為叉，該輪次中不在任何批次裡則為點。</translation>
    </message>
</context>
<context>
    <name>LifeWords</name>
    <message>
        <source>no presentation is recorded yet: train to record them</source>
        <translation>還沒有記錄任何一次出現：訓練後才會記錄</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, 1 epoch, whole or in part; answers with dropout in force</source>
        <translation>記錄自更新 {first} 至 {last}，1 個輪次（含未完成的）；答案是隨機丟棄生效時的</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, {epochs} epochs, whole or in part; answers with dropout in force</source>
        <translation>記錄自更新 {first} 至 {last}，{epochs} 個輪次（含未完成的）；答案是隨機丟棄生效時的</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, 1 epoch, whole or in part</source>
        <translation>記錄自更新 {first} 至 {last}，1 個輪次（含未完成的）</translation>
    </message>
    <message>
        <source>recorded from update {first} to {last}, {epochs} epochs, whole or in part</source>
        <translation>記錄自更新 {first} 至 {last}，{epochs} 個輪次（含未完成的）</translation>
    </message>
    <message>
        <source>times forgotten rise to the right, who was never right at the end; among equals C</source>
        <translation>遺忘次數向右遞增，從未答對的在最右端；次數相同時按 C</translation>
    </message>
    <message>
        <source>order and shade: updates {first} to {last}, not {update}</source>
        <translation>順序和深淺：更新 {first} 至 {last}，而不是 {update}</translation>
    </message>
    <message>
        <source>order: updates {first} to {last}, not {update}</source>
        <translation>順序：更新 {first} 至 {last}，而不是 {update}</translation>
    </message>
    <message>
        <source>shade: updates {first} to {last}, not {update}</source>
        <translation>深淺：更新 {first} 至 {last}，而不是 {update}</translation>
    </message>
    <message>
        <source>order and shade: updates {first} to {last}</source>
        <translation>順序和深淺：更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>order: updates {first} to {last}</source>
        <translation>順序：更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>shade: updates {first} to {last}</source>
        <translation>深淺：更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>shade: wrong 0, 1, 2, 3–5, ≥ 6 times in a batch</source>
        <translation>深淺：在批次中判錯 0、1、2、3–5、≥ 6 次</translation>
    </message>
    <message>
        <source>It was in no batch that is recorded.</source>
        <translation>它不在任何有記錄的批次中。</translation>
    </message>
    <message>
        <source>never right in {count} presentations</source>
        <translation>出現 {count} 次，從未答對</translation>
    </message>
    <message>
        <source>not right in its one presentation</source>
        <translation>出現 1 次，沒有答對</translation>
    </message>
    <message>
        <source>first right in epoch {first}, wrong when it was last presented</source>
        <translation>第 {first} 輪次首次答對，最近一次出現時答錯</translation>
    </message>
    <message>
        <source>right when it was last presented, and each time since epoch {first}</source>
        <translation>最近一次出現時答對，自第 {first} 輪次起每次都答對</translation>
    </message>
    <message>
        <source>first right in epoch {first}, right when it was last presented and each time since epoch {since}</source>
        <translation>第 {first} 輪次首次答對，最近一次出現時答對，自第 {since} 輪次起每次都答對</translation>
    </message>
    <message>
        <source>wrong in {wrong} of {count} presentations; times forgotten: {forgotten}</source>
        <translation>出現 {count} 次中答錯 {wrong} 次；遺忘次數：{forgotten}</translation>
    </message>
    <message>
        <source>presented once; times forgotten: {forgotten}</source>
        <translation>出現 1 次；遺忘次數：{forgotten}</translation>
    </message>
    <message>
        <source>as last seen, in the batch of update {update}: C = {loss}</source>
        <translation>最近一次所見，在更新 {update} 的批次中：C = {loss}</translation>
    </message>
    <message>
        <source>epoch {last}: bar right, cross wrong</source>
        <translation>第 {last} 輪次：條為對，叉為錯</translation>
    </message>
    <message>
        <source>epochs {first} to {last}, one in {spacing} is kept: bar right, cross wrong</source>
        <translation>第 {first} 至 {last} 輪次，每 {spacing} 個保留一個：條為對，叉為錯</translation>
    </message>
    <message>
        <source>epochs {first} to {last}: bar right, cross wrong</source>
        <translation>第 {first} 至 {last} 輪次：條為對，叉為錯</translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message>
        <source>L and accuracy</source>
        <translation>L 與準確率</translation>
    </message>
    <message>
        <source>accuracy {train}, test {test}</source>
        <translation>準確率 {train}，測試集 {test}</translation>
    </message>
</context>
<context>
    <name>LossOptions</name>
    <message>
        <source>beside the mean Cⁿ = {mean}</source>
        <translation>另計，平均 Cⁿ = {mean}</translation>
    </message>
    <message>
        <source>Cⁿ of one example</source>
        <translation>一個樣本的 Cⁿ</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>What a wrong answer costs; another loss begins a new curve of L</source>
        <translation>答錯的代價；換一種損失會開始一條新的 L 曲線</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方誤差</translation>
    </message>
    <message>
        <source>softmax: −ln of the confidence in the right answer; sigmoid outputs add −ln(1 − y) of each of the others</source>
        <translation>softmax：對正確答案的信心度取 −ln；sigmoid 輸出還要加上其餘各個輸出的 −ln(1 − y)</translation>
    </message>
    <message>
        <source>½ Σ (y − ŷ)²; with softmax or sigmoid outputs its gradient is small where the network is sure of a wrong answer</source>
        <translation>½ Σ (y − ŷ)²；在 softmax 或 sigmoid 上，答案錯得很肯定時它的梯度會消失</translation>
    </message>
    <message>
        <source>λ₁ Σ|w| is added to the mean C: it pulls every weight towards 0 by λ₁, however large the weight is</source>
        <translation>平均 C 加上 λ₁ Σ|w|：無論權重大小，都以 λ₁ 把它拉向 0</translation>
    </message>
    <message>
        <source>½ λ₂ Σ w² is added to the mean C: it pulls every weight towards 0 by λ₂ w</source>
        <translation>平均 C 加上 ½ λ₂ Σ w²：以 λ₂ w 把每個權重拉向 0</translation>
    </message>
</context>
<context>
    <name>LossPage</name>
    <message>
        <source>Plot:</source>
        <translation>曲線圖：</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>曲線圖</translation>
    </message>
    <message>
        <source>What is plotted over the updates (J and Shift+J, while a plot has the focus)</source>
        <translation>隨更新次數畫出什麼（焦點在圖上時按 J 或 Shift+J 切換）</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>2  Goodness of function</source>
        <translation>2  函數的好壞</translation>
    </message>
    <message>
        <source>How good a function is: the loss Cⁿ of each example, summed up to the total loss L over all training examples. Here y is the network&apos;s output and ŷ the target, as in the lecture; many textbooks have it the other way round. The number is exact, for the update that is named.</source>
        <translation>一個函數有多好：每個樣本的損失 Cⁿ，對所有訓練樣本求和得到總損失 L。這裡 y 是網路的輸出，ŷ 是目標，與課程一致；許多教科書正好相反。這個數是精確的，屬於所標出的那次更新。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation>平均 Cⁿ</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of goodness</source>
        <translation>好壞的更多設定</translation>
    </message>
    <message>
        <source>Which loss, and what large weights cost</source>
        <translation>哪種損失，以及大權重的代價</translation>
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
        <translation>訓練資料</translation>
    </message>
    <message>
        <source>Choose the examples that L is the sum over</source>
        <translation>選擇 L 對哪些樣本求和</translation>
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
        <translation>第 {update} 次更新的精確 L：{total}</translation>
    </message>
    <message>
        <source>mean Cⁿ: training {train}, test {test}</source>
        <translation>平均 Cⁿ：訓練 {train}，測試 {test}</translation>
    </message>
    <message>
        <source>mean Cⁿ: training {train}</source>
        <translation>平均 Cⁿ：訓練 {train}</translation>
    </message>
    <message>
        <source>its next batch: mean Cⁿ {mean}</source>
        <translation>其下一批次：平均 Cⁿ {mean}</translation>
    </message>
    <message>
        <source>{count} batches from update {first} on: mean {mean}, {low} to {high}</source>
        <translation>從第 {first} 次更新起的 {count} 個批次：平均值 {mean}，{low} 至 {high}</translation>
    </message>
    <message>
        <source>{count} batches from update {first} on: mean {mean}, 80 % {tenth} to {ninetieth}, all {low} to {high}</source>
        <translation>從第 {first} 次更新起的 {count} 個批次：平均值 {mean}，80% 在 {tenth} 至 {ninetieth}，全部在 {low} 至 {high}</translation>
    </message>
    <message>
        <source> (with dropout)</source>
        <translation>（含隨機丟棄）</translation>
    </message>
    <message>
        <source>mean of the last {window} up to there: {mean}</source>
        <translation>到此為止最近 {window} 個批次的平均值：{mean}</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>對數</translation>
    </message>
    <message>
        <source>Logarithmic: equal heights are equal factors (L, while the plot has the focus)</source>
        <translation>對數座標：相同高度表示相同倍數（焦點在圖上時按 L）</translation>
    </message>
    <message>
        <source>It is so by itself: L has fallen by more than {factor} times.</source>
        <translation>自動開啟：L 已下降到不足原來的 1/{factor}。</translation>
    </message>
    <message>
        <source>It is so by itself: L of another run in this plot has fallen by more than {factor} times.</source>
        <translation>自動開啟：圖中另一次訓練的 L 已下降到不足原來的 1/{factor}。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing: the mean of the last batches, drawn over them; it looks back only (S, while the plot has the focus)</source>
        <translation>平滑：最近若干批次的平均值，畫在原曲線之上；只用過去的批次（焦點在圖上時按 S）</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>顯示整個過程</translation>
    </message>
    <message>
        <source>Show the whole run, and follow it (0, while the plot has the focus)</source>
        <translation>顯示整個訓練過程並跟隨（焦點在圖上時按 0）</translation>
    </message>
    <message>
        <source>always the mean: {mean}</source>
        <translation>總答平均值：{mean}</translation>
    </message>
    <message>
        <source>guessing: ln {classes}</source>
        <translation>隨機猜測：ln {classes}</translation>
    </message>
    <message>
        <source>guessing: {mean}</source>
        <translation>隨機猜測：{mean}</translation>
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
        <translation>批次平均</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>各批次</translation>
    </message>
    <message>
        <source>batches: mean, bands</source>
        <translation>批次：平均值與範圍</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>全部數字</translation>
    </message>
    <message>
        <source>80 % of digits</source>
        <translation>80% 的數字</translation>
    </message>
    <message>
        <source>digits, mean</source>
        <translation>數字平均</translation>
    </message>
    <message>
        <source>single digits</source>
        <translation>單個數字</translation>
    </message>
    <message>
        <source>digits: mean, bands</source>
        <translation>數字：平均值與範圍</translation>
    </message>
    <message>
        <source>all examples</source>
        <translation>全部樣本</translation>
    </message>
    <message>
        <source>80 % of examples</source>
        <translation>80% 的樣本</translation>
    </message>
    <message>
        <source>examples, mean</source>
        <translation>樣本平均</translation>
    </message>
    <message>
        <source>single examples</source>
        <translation>單個樣本</translation>
    </message>
    <message>
        <source>examples: mean, bands</source>
        <translation>樣本：平均值與範圍</translation>
    </message>
    <message>
        <source> (dropout)</source>
        <translation>（隨機丟棄）</translation>
    </message>
    <message>
        <source>mean Cⁿ</source>
        <translation>平均 Cⁿ</translation>
    </message>
    <message>
        <source>L (log)</source>
        <translation>L（對數）</translation>
    </message>
    <message>
        <source>mean of last {width}, {window} chosen</source>
        <translation>最近 {width} 個的平均（選了 {window} 個）</translation>
    </message>
    <message>
        <source>mean of last {window} batches</source>
        <translation>最近 {window} 個批次的平均</translation>
    </message>
    <message>
        <source>mean of last {window} examples</source>
        <translation>最近 {window} 個樣本的平均</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新次數</translation>
    </message>
    <message>
        <source>training L {total}</source>
        <translation>訓練 L {total}</translation>
    </message>
    <message>
        <source>test {mean}</source>
        <translation>測試 {mean}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>{batches}, to {largest}</source>
        <translation>{batches}，至 {largest}</translation>
    </message>
    <message>
        <source>Total loss L over updates</source>
        <translation>總損失 L 隨更新的變化</translation>
    </message>
    <message>
        <source>Space starts the training.</source>
        <translation>按空白鍵開始訓練。</translation>
    </message>
    <message>
        <source>Value under the pointer</source>
        <translation>游標處的數值</translation>
    </message>
    <message>
        <source>{symbol} set back</source>
        <translation>{symbol} 改回原值</translation>
    </message>
    <message>
        <source>{symbol} set by hand</source>
        <translation>手動設定 {symbol}</translation>
    </message>
    <message>
        <source>Update {update}: {symbol} set back from {old} to {new}</source>
        <translation>第 {update} 次更新：{symbol} 由 {old} 改回 {new}</translation>
    </message>
    <message>
        <source>Update {update}: {symbol} set by hand from {old} to {new}</source>
        <translation>第 {update} 次更新：{symbol} 由 {old} 手動改為 {new}</translation>
    </message>
    <message>
        <source>Update {update}: {changes}</source>
        <translation>第 {update} 次更新：{changes}</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>權重衰減</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>隨機丟棄</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>提早停止耐心</translation>
    </message>
    <message>
        <source>schedule period</source>
        <translation>排程週期</translation>
    </message>
    <message>
        <source>schedule factor</source>
        <translation>排程倍數</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>預熱</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>學習率排程</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恆定</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>階梯</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>餘弦</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方誤差</translation>
    </message>
    <message>
        <source>What it costs to give one and the same answer to every example.</source>
        <translation>對每個樣本都給出同一個答案時的損失。</translation>
    </message>
    <message>
        <source>What L1 and L2 add to the mean Cⁿ that is trained. It is read at the right axis.</source>
        <translation>L1 與 L2 給訓練所用的平均 Cⁿ 增加的部分，按右軸讀取。</translation>
    </message>
    <message>
        <source>Exact: the sum of Cⁿ over all {n} training examples after so many updates. No line leads from one dot to the next where the batches in between went another way.</source>
        <translation>精確值：在該次更新後，對全部 {n} 個訓練樣本的 Cⁿ 求和。若兩點之間批次損失的走向與直線不符，兩點之間不連接。</translation>
    </message>
    <message>
        <source>Exact: the mean Cⁿ of the test set. It is read at the right axis. No line leads from one ring to the next where the batches in between went another way.</source>
        <translation>精確值：測試集的平均 Cⁿ，按右軸讀取。若兩點之間批次損失的走向與直線不符，兩個圓圈之間不連接。</translation>
    </message>
    <message>
        <source>From the least to the largest loss of {width} neighbouring updates&apos; batches. Where it reaches out of the plot its name says how far: the largest, as a mean Cⁿ.</source>
        <translation>相鄰 {width} 次更新的批次損失，從最小到最大。超出圖的範圍時，名稱裡會寫出最大值（平均 Cⁿ）。</translation>
    </message>
    <message>
        <source>From the 10th to the 90th percentile of the losses of {width} neighbouring updates&apos; batches.</source>
        <translation>相鄰 {width} 次更新的批次損失，從第 10 到第 90 百分位數。</translation>
    </message>
    <message>
        <source>The mean loss of {width} neighbouring updates&apos; batches, times N.</source>
        <translation>相鄰 {width} 次更新的批次損失的平均值，乘以 N。</translation>
    </message>
    <message>
        <source>The mean loss of the last {window} updates&apos; batches up to each point, times N: it looks back only, and so it comes late. The line of the batches stays behind it.</source>
        <translation>到每一點為止最近 {window} 次更新的批次的平均損失，乘以 N：它只看過去，因此會滯後。批次的原曲線仍留在它後面。</translation>
    </message>
    <message>
        <source>Exact: the C of the only training example after so many updates. No line leads from one dot to the next where the batches in between went another way.</source>
        <translation>精確值：在該次更新後，唯一的訓練樣本的 C。若兩點之間批次損失的走向與直線不符，兩點之間不連接。</translation>
    </message>
    <message>
        <source>L of another run, from where it branched off: exact, one in 3 px; where too few are known, the batches&apos; mean.</source>
        <translation>另一次訓練的 L，從分支點開始：精確值，每 3 像素一個；精確值太少時為各批次的平均。</translation>
    </message>
    <message>
        <source>The mean loss of each update&apos;s batch, times N.</source>
        <translation>每次更新的批次的平均損失，乘以 N。</translation>
    </message>
    <message>
        <source>{wanted} were chosen, but the plot has only one column for {width} updates here, and the mean is of whole columns. Zoom in for the mean of {wanted}.</source>
        <translation>選的是 {wanted} 個，但這裡圖中 {width} 次更新只佔一欄，而平均是按整欄算的。放大即可看到 {wanted} 個的平均。</translation>
    </message>
    <message>
        <source>A batch stands at the update whose weights it was computed with.</source>
        <translation>批次畫在計算它的權重所屬的更新處。</translation>
    </message>
    <message>
        <source>Computed with some neurons dropped out, unlike the exact L.</source>
        <translation>計算時有部分神經元被隨機丟棄，與精確的 L 不同。</translation>
    </message>
    <message>
        <source>Before update {update} it is known to 3 %.</source>
        <translation>第 {update} 次更新之前，精度為 3%。</translation>
    </message>
    <message>
        <source>{penalties}: {value}</source>
        <translation>{penalties}：{value}</translation>
    </message>
    <message>
        <source>L over the updates: a dot is exact, the sum of Cⁿ over all training examples; a ring is the mean Cⁿ of the test set, on the right axis; behind them are the losses of the batches. A vertical line marks where settings, a weight or a bias were changed. Point at a curve&apos;s name to read what it is; the wheel zooms, dragging moves, a double-click shows the whole run.</source>
        <translation>L 隨更新次數的變化：實心點是精確值，即全部訓練樣本的 Cⁿ 之和；圓圈是測試集的平均 Cⁿ，按右軸讀取；後面是各批次的損失。豎線標出更改了設定、權重或偏權值的地方。指向曲線的名稱可檢視它是什麼；滾輪縮放，拖曳平移，點兩下顯示整個訓練過程。</translation>
    </message>
    <message>
        <source>{penalties}, not in L</source>
        <translation>{penalties}，不計入 L</translation>
    </message>
    <message>
        <source> (some with dropout)</source>
        <translation>（部分含隨機丟棄）</translation>
    </message>
    <message>
        <source> (partly dropout)</source>
        <translation>（部分隨機丟棄）</translation>
    </message>
    <message>
        <source>Only some of the batches were computed with neurons dropped out: dropout was changed in between.</source>
        <translation>只有一部分批次在計算時有神經元被隨機丟棄：期間更改過隨機丟棄的設定。</translation>
    </message>
    <message>
        <source>Some of the batches are of a single example: the batch size was changed in between.</source>
        <translation>其中一些批次只有一個樣本：期間更改過批次大小。</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>隨機猜測</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>總答平均值</translation>
    </message>
    <message>
        <source>{run}: L {total}</source>
        <translation>{run}：L {total}</translation>
    </message>
    <message>
        <source>{run}: exact L of update {update}: {total}</source>
        <translation>{run}：更新 {update} 處精確的 L：{total}</translation>
    </message>
    <message>
        <source>every exact L</source>
        <translation>每個精確的 L</translation>
    </message>
    <message>
        <source>the loss of each batch</source>
        <translation>每個批次的損失</translation>
    </message>
    <message>
        <source>No update of the run is in sight.</source>
        <translation>視野內沒有這次訓練的更新。</translation>
    </message>
    <message>
        <source>Updates {first} to {last} are in sight.</source>
        <translation>可見第 {first} 到第 {last} 次更新。</translation>
    </message>
    <message>
        <source>Of all updates only {first} is in sight.</source>
        <translation>只可見第 {first} 次更新。</translation>
    </message>
    <message>
        <source>The whole run is in sight, and followed.</source>
        <translation>整次訓練都在圖中，並繼續跟隨。</translation>
    </message>
</context>
<context>
    <name>LossReadout</name>
    <message>
        <source>accuracy: {share}</source>
        <translation>準確率：{share}</translation>
    </message>
    <message>
        <source>accuracy, test: {share}</source>
        <translation>測試集準確率：{share}</translation>
    </message>
    <message>
        <source>L and accuracy</source>
        <translation>L 與準確率</translation>
    </message>
    <message>
        <source>weights: update {update}</source>
        <translation>權重：第 {update} 次更新</translation>
    </message>
    <message>
        <source>signal: update {update}</source>
        <translation>訊號：第 {update} 次更新</translation>
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
        <translation>C 隨這個權重的變化</translation>
    </message>
    <message>
        <source>C of the shown example while this weight alone is moved. The dot is where it is, the dashed line the slope ∂C/∂w; the thick line is −η·∂C/∂w, what plain gradient descent would do for this example alone, and the dotted one below it what the last update has really changed, by its whole batch</source>
        <translation>只移動這個權重時，所顯示樣本的 C。圓點是它現在的位置，虛線是斜率 ∂C/∂w；粗線是 −η·∂C/∂w，即普通梯度下降只為這個樣本會做的改變，其下的點線是上次更新按整個批次真正作出的改變</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>mean y of the right answer</source>
        <translation>正確答案的 y：平均值</translation>
    </message>
    <message>
        <source>spread of y (standard deviation)</source>
        <translation>y 的波動（標準差）</translation>
    </message>
    <message>
        <source>examples in a cell</source>
        <translation>每格的樣本數</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Map of mean and spread of y</source>
        <translation>y 的平均值與波動圖</translation>
    </message>
    <message>
        <source>Every example of the training set by the y of its right answer at all exact measurements of the run: upwards the mean, to the right how far it went up and down (the standard deviation). The shade of a cell says how many examples are in it, on a logarithmic scale. Point at one to see it; a click, or the arrow keys, choose one; Enter shows it in the network. The bounds of the corners are the same for every run. After Swayamdipta et al., Dataset Cartography (2020). It finds no wrong labels: a hard example may only be hard.</source>
        <translation>訓練集的每個樣本按其正確答案的 y 在本次訓練各次精確測量中的取值排布：越往上平均值越大，越往右起伏越大（標準差）。格子的深淺表示其中的樣本數，按對數刻度。指向一個樣本可檢視它；點選或用方向鍵選擇；按 Enter 在網路中顯示。各角的界限對每次訓練都相同。依據 Swayamdipta 等人的 Dataset Cartography（2020）。它不能找出錯誤的標籤：難的樣本也可能只是難。</translation>
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
        <translation>搖擺</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>困難</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介於其間</translation>
    </message>
    <message>
        <source>mean ≥ {mean}, spread &lt; {spread}</source>
        <translation>平均值 ≥ {mean}，波動 &lt; {spread}</translation>
    </message>
    <message>
        <source>spread ≥ {spread}</source>
        <translation>波動 ≥ {spread}</translation>
    </message>
    <message>
        <source>mean &lt; {mean}, spread &lt; {spread}</source>
        <translation>平均值 &lt; {mean}，波動 &lt; {spread}</translation>
    </message>
    <message>
        <source>{name}: {count} of {all} ({share}), {of_total} of L</source>
        <translation>{name}：{all} 個中的 {count} 個（{share}），佔 L 的 {of_total}</translation>
    </message>
    <message>
        <source>{name} ({bounds})</source>
        <translation>{name}（{bounds}）</translation>
    </message>
    <message>
        <source>mean and spread of y of the right answer over {count} exact measurements, updates {first} to {last}, without any before the first update</source>
        <translation>正確答案的 y 的平均值與波動，取自 {count} 次精確測量，更新 {first} 至 {last}，不含首次更新之前的測量</translation>
    </message>
    <message>
        <source>Whether the label of a hard one is wrong, or it is only hard to read, the map does not tell.</source>
        <translation>困難的樣本是標籤有誤，還是只是難認，此圖無法分辨。</translation>
    </message>
    <message>
        <source>The map takes two exact measurements after the first update; this run has {count}: train on.</source>
        <translation>此圖需要首次更新之後的兩次精確測量；本次訓練目前有 {count} 次：請繼續訓練。</translation>
    </message>
    <message>
        <source>The map is being computed…</source>
        <translation>正在計算此圖……</translation>
    </message>
    <message>
        <source>The map is of the training set alone: choose that set above.</source>
        <translation>此圖只針對訓練集：請在上方選擇訓練集。</translation>
    </message>
    <message>
        <source>There is no map: the outputs of an identity may be any number, and are no confidences.</source>
        <translation>沒有此圖：恆等輸出可以是任意數，不是信心度。</translation>
    </message>
    <message>
        <source>y of the right answer, measured at update {last}: {y}</source>
        <translation>正確答案的 y，在更新 {last} 處測量：{y}</translation>
    </message>
    <message>
        <source>y of the right answer at {count} exact measurements, updates {first} to {last}: at the last one {y}</source>
        <translation>正確答案的 y，共 {count} 次精確測量，更新 {first} 至 {last}：最後一次為 {y}</translation>
    </message>
</context>
<context>
    <name>MarkLegendPage</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Marks and their numbers</source>
        <translation>標記和它們的數</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>顯示什麼</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數</translation>
    </message>
    <message>
        <source>No mark is described with “{words}”. Try one word, such as weight or ring.</source>
        <translation>沒有哪個標記的說明含有「{words}」。請試一個詞，例如「權重」或「環」。</translation>
    </message>
    <message>
        <source>Nothing in the picture of the network is invented: every mark is a number that the engine computed. Here is which one.</source>
        <translation>網路圖中沒有任何編造：每個標記都是引擎算出的一個數。這裡列出它是哪個數。</translation>
    </message>
    <message>
        <source>Show &amp;where it comes from in the code</source>
        <translation>顯示它在程式碼中的來源(&amp;W)</translation>
    </message>
    <message>
        <source>s is the snapshot of one update; s.trace is what the shown example made the network compute</source>
        <translation>s 是某次更新的快照；s.trace 是網路對目前樣本算出的一切</translation>
    </message>
    <message>
        <source>In the code</source>
        <translation>程式碼中</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Connection, picture Weights</source>
        <translation>連接（顯示「權重」時）</translation>
    </message>
    <message>
        <source>Colour and width: its weight w. Blue is plus, orange minus.</source>
        <translation>顏色和粗細：它的權重 w。藍色為正，橙色為負。</translation>
    </message>
    <message>
        <source>Connection, picture Signal</source>
        <translation>連接（顯示「訊號」時）</translation>
    </message>
    <message>
        <source>Colour and width: a·w, what it carries for the shown example.</source>
        <translation>顏色和粗細：a·w，它為所示樣本傳送的訊號。</translation>
    </message>
    <message>
        <source>Connection, picture Gradient</source>
        <translation>連接（顯示「梯度」時）</translation>
    </message>
    <message>
        <source>Colour and width: ∂C/∂w of the shown example. Lime is plus, violet minus.</source>
        <translation>顏色和粗細：所示樣本的 ∂C/∂w。黃綠色為正，紫色為負。</translation>
    </message>
    <message>
        <source>Connection, picture Mean gradient</source>
        <translation>連接（顯示「平均梯度」時）</translation>
    </message>
    <message>
        <source>Colour and width: the last batch’s mean gradient, with L1 and L2, before clipping.</source>
        <translation>顏色和粗細：上一個批次的平均梯度，含 L1 和 L2，裁剪前。</translation>
    </message>
    <message>
        <source>Connection, picture Change</source>
        <translation>連接（顯示「變化量」時）</translation>
    </message>
    <message>
        <source>Colour and width: ΔW, what the last update changed.</source>
        <translation>顏色和粗細：ΔW，上一次更新的變化量。</translation>
    </message>
    <message>
        <source>Legend, strip of colours</source>
        <translation>圖例，色條</translation>
    </message>
    <message>
        <source>The very colours of the connections, from full minus to full plus. A click hides a sign.</source>
        <translation>就是連接的顏色，從負的最濃色到正的最濃色。點一下可隱藏一種符號。</translation>
    </message>
    <message>
        <source>Legend, numbers</source>
        <translation>圖例，數字</translation>
    </message>
    <message>
        <source>Drawn … of …</source>
        <translation>已畫出 … / …</translation>
    </message>
    <message>
        <source>The same under a gap</source>
        <translation>層間下方的同樣內容</translation>
    </message>
    <message>
        <source>Arc over a layer</source>
        <translation>跨過一層的弧</translation>
    </message>
    <message>
        <source>Neuron, its fill</source>
        <translation>神經元的填充</translation>
    </message>
    <message>
        <source>Neuron, its ring</source>
        <translation>神經元的圓環</translation>
    </message>
    <message>
        <source>Cell of a deep network</source>
        <translation>深網路的格子</translation>
    </message>
    <message>
        <source>Above the activation a, below it δ, the stronger, the larger.</source>
        <translation>上面是活化值 a，下面是 δ，顏色越強越大。</translation>
    </message>
    <message>
        <source>Stroke through a neuron</source>
        <translation>神經元上的斜線</translation>
    </message>
    <message>
        <source>Dropout keeps it silent for this example.</source>
        <translation>隨機丟棄對這個樣本關閉了它。</translation>
    </message>
    <message>
        <source>Number on a connection</source>
        <translation>連接上的數字</translation>
    </message>
    <message>
        <source>What its colour shows, where no more than 40 connections are in sight.</source>
        <translation>連接顏色所表示的數值；僅當可見連接不超過 40 條時寫出。</translation>
    </message>
    <message>
        <source>Number in a neuron</source>
        <translation>神經元內的數字</translation>
    </message>
    <message>
        <source>Its activation a, where no more than 40 connections are in sight.</source>
        <translation>它的活化值 a；僅當可見連接不超過 40 條時寫出。</translation>
    </message>
    <message>
        <source>Picture in a large neuron</source>
        <translation>大神經元裡的圖</translation>
    </message>
    <message>
        <source>Band under a column</source>
        <translation>欄下方的條</translation>
    </message>
    <message>
        <source>So many more neurons stand folded in it. A click unfolds them.</source>
        <translation>裡面還摺疊著這麼多神經元。點一下可展開。</translation>
    </message>
    <message>
        <source>Head of a column</source>
        <translation>欄的標題</translation>
    </message>
    <message>
        <source>How many neurons; how much goes past them; how many are dead or saturated.</source>
        <translation>有多少神經元；有多少繞過它們；多少失效或飽和。</translation>
    </message>
    <message>
        <source>Input picture</source>
        <translation>輸入影像</translation>
    </message>
    <message>
        <source>Map of the inputs</source>
        <translation>輸入空間圖</translation>
    </message>
    <message>
        <source>The shown example; on the line, at what the network answers, once y is known.</source>
        <translation>所示樣本；對一元函數，在 y 算出之後位於網路的輸出處。</translation>
    </message>
    <message>
        <source>Marks and words around the map</source>
        <translation>輸入空間圖四周的標記和文字</translation>
    </message>
    <message>
        <source>What the axes reach, which mark is which class, and how much cannot be seen in the map.</source>
        <translation>兩軸各到哪裡，哪種標記是哪一類，以及有多少在圖中看不到。</translation>
    </message>
    <message>
        <source>Bar of an output, and its number</source>
        <translation>輸出的條和它的數</translation>
    </message>
    <message>
        <source>Its y. The right answer has an outline, a wrong one is hatched.</source>
        <translation>它的 y。正確答案有外框，錯誤的畫斜線。</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>網路判為什麼</translation>
    </message>
    <message>
        <source>The output with the largest y, where one alone is largest; and what is right.</source>
        <translation>y 最大的輸出（僅當只有一個最大時），以及正確答案。</translation>
    </message>
    <message>
        <source>C under the outputs</source>
        <translation>輸出下方的 C</translation>
    </message>
    <message>
        <source>The loss of the shown example alone.</source>
        <translation>僅所示樣本的損失。</translation>
    </message>
    <message>
        <source>… in L</source>
        <translation>… 在 L 中</translation>
    </message>
    <message>
        <source>Disc on its way</source>
        <translation>途中的圓點</translation>
    </message>
    <message>
        <source>Forwards: a·w, by its area.</source>
        <translation>前向：a·w，由面積表示。</translation>
    </message>
    <message>
        <source>Dart on its way</source>
        <translation>途中的箭頭</translation>
    </message>
    <message>
        <source>Backwards: w·δ, by its area.</source>
        <translation>反向：w·δ，由面積表示。</translation>
    </message>
    <message>
        <source>Thin bars at the edges</source>
        <translation>邊緣的細條</translation>
    </message>
    <message>
        <source>What part of an enlarged network is seen.</source>
        <translation>放大的網路中看得到的部分。</translation>
    </message>
    <message>
        <source>Connection of a highlighted neuron</source>
        <translation>突出顯示的神經元的連接</translation>
    </message>
    <message>
        <source>The one that is pointed at or pinned, among its neuron&apos;s.</source>
        <translation>該神經元的連接中被指向或被固定的那一條。</translation>
    </message>
    <message>
        <source>The size that has full colour, by gap: the 99th percentile of all that are not 0, of a·w the 99.8th (of more than 16,384 numbers, of evenly spread ones). With one scale for all, the largest of these.</source>
        <translation>各層間顏色最濃處對應的大小：取所有非零值的第 99 百分位數，a·w 取第 99.8 百分位數（多於 16,384 個數值時，取均勻抽取的一部分）。統一色階時取其中最大者。</translation>
    </message>
    <message>
        <source>Outlined connection</source>
        <translation>帶輪廓的連接</translation>
    </message>
    <message>
        <source>A residual connection: what goes past the weights, a or ∂C/∂a; of maps their sums.</source>
        <translation>殘差連接：繞過權重的部分，a 或 ∂C/∂a；特徵圖則為各格之和。</translation>
    </message>
    <message>
        <source>Its activation a, full at the layer&apos;s largest; orange where that is negative.</source>
        <translation>活化值 a，該層最大者顏色最濃；負值為橙色。</translation>
    </message>
    <message>
        <source>Its δ = ∂C/∂z: the wider, the larger, and widest where an output would be as wrong as it can be; in the picture Mean gradient the batch&apos;s mean δ.</source>
        <translation>δ = ∂C/∂z：越寬越大，某個輸出錯到極限時最寬；在「平均梯度」影像中為該批次 δ 的平均值。</translation>
    </message>
    <message>
        <source>× or = at a neuron, or on a feature map</source>
        <translation>神經元旁或特徵圖上的 × 或 =</translation>
    </message>
    <message>
        <source>Dead or saturated: flat for nearly all of the test set; of a map, every cell.</source>
        <translation>失效或飽和：對幾乎全部測試集都平坦；特徵圖則為每一格。</translation>
    </message>
    <message>
        <source>Class at a neuron or feature map</source>
        <translation>神經元或特徵圖旁的類別</translation>
    </message>
    <message>
        <source>For which class its mean a over the test set is largest; of a map, of all cells.</source>
        <translation>它在測試集上的平均 a 對哪個類別最大；特徵圖則按所有格平均。</translation>
    </message>
    <message>
        <source>Number over a column</source>
        <translation>欄上方的編號</translation>
    </message>
    <message>
        <source>Which hidden layer it is, counted from 1, where nothing longer has room.</source>
        <translation>第幾個隱藏層（從 1 數起）；放不下更長的文字時才這樣寫。</translation>
    </message>
    <message>
        <source>Name and number of an input</source>
        <translation>輸入的名稱與數值</translation>
    </message>
    <message>
        <source>Its x, where the inputs are numbers and no picture.</source>
        <translation>輸入是數值而非影像時，它的 x。</translation>
    </message>
    <message>
        <source>Curve in the map</source>
        <translation>圖中的曲線</translation>
    </message>
    <message>
        <source>What the network answers for every x from left to right.</source>
        <translation>網路對從左到右每個 x 的輸出。</translation>
    </message>
    <message>
        <source>Point in the map</source>
        <translation>圖中的點</translation>
    </message>
    <message>
        <source>A training example at its place; shape and colour are its class.</source>
        <translation>一個訓練樣本，位於其座標處；形狀和顏色表示類別。</translation>
    </message>
    <message>
        <source>Ring in the map</source>
        <translation>圖中的圓圈</translation>
    </message>
    <message>
        <source>Line from the ring in the map</source>
        <translation>圖中從圓圈引出的線段</translation>
    </message>
    <message>
        <source>It ends at the target ŷ: its length is the error.</source>
        <translation>止於目標 ŷ，其長度就是誤差。</translation>
    </message>
    <message>
        <source>Tick at a bar</source>
        <translation>條形上的刻度線</translation>
    </message>
    <message>
        <source>The target ŷ of a regression.</source>
        <translation>迴歸的目標 ŷ。</translation>
    </message>
    <message>
        <source>L is the sum of C, without dropout, over so many training examples.</source>
        <translation>L 是這麼多訓練樣本的 C 之和，不含隨機丟棄。</translation>
    </message>
    <message>
        <source>Line at the top left</source>
        <translation>左上方的一行文字</translation>
    </message>
    <message>
        <source>Which example is shown, and its label.</source>
        <translation>所示的是哪個樣本及其標籤。</translation>
    </message>
    <message>
        <source>Line at the top right</source>
        <translation>右上方的一行文字</translation>
    </message>
    <message>
        <source>What happens in this phase of the walkthrough, with its numbers.</source>
        <translation>逐步講解的這一階段正在做什麼，並給出其數值。</translation>
    </message>
    <message>
        <source>Notice with a button</source>
        <translation>帶按鈕的提示</translation>
    </message>
    <message>
        <source>No |δ| of an output is above 0.001: there is almost no gradient to see.</source>
        <translation>所有輸出的 |δ| 都不超過 0.001：幾乎看不到梯度。</translation>
    </message>
    <message>
        <source>Ring of text colour around a neuron</source>
        <translation>神經元外與文字同色的圓圈</translation>
    </message>
    <message>
        <source>The neuron that is pointed at or reached by keys; both ends of such a connection.</source>
        <translation>被指向或用鍵盤選取的神經元；或這樣一條連接的兩端。</translation>
    </message>
    <message>
        <source>Dashed ring around a neuron</source>
        <translation>神經元外的虛線圓圈</translation>
    </message>
    <message>
        <source>What is pinned: it stays until it is clicked again.</source>
        <translation>已固定的物件，再次點選後取消。</translation>
    </message>
    <message>
        <source>Card, its numbers</source>
        <translation>卡片中的數值</translation>
    </message>
    <message>
        <source>z, a, b and δ of a neuron; w, a·w and ∂C/∂w of a connection.</source>
        <translation>神經元的 z、a、b 和 δ；連接的 w、a·w 和 ∂C/∂w。</translation>
    </message>
    <message>
        <source>Card, its picture</source>
        <translation>卡片中的影像</translation>
    </message>
    <message>
        <source>The neuron&apos;s weights, pixel by pixel; full colour is the largest |w| of them.</source>
        <translation>該神經元的權重，逐像素顯示；其中最大的 |w| 顏色最濃。</translation>
    </message>
    <message>
        <source>Legend of all other marks</source>
        <translation>其他標記的圖例</translation>
    </message>
    <message>
        <source>Folded into a line; pointed at, it tells what fill, width and size stand for now.</source>
        <translation>收成一行；指向它時展開，說明填充、寬度和大小目前各表示什麼。</translation>
    </message>
    <message>
        <source>The class of the largest y at each place; the stronger its colour, the larger y.</source>
        <translation>每處是 y 最大的類別；顏色越濃，y 越大。</translation>
    </message>
    <message>
        <source>How many connections are drawn, of how many, and what part they carry, as the mean of the gaps. In Weights and Signal that is the signal a·w; one that carries none is left out.</source>
        <translation>畫出的連接數、總數，以及它們所佔的部分（各層間的平均）。在「權重」和「訊號」圖中指訊號 a·w；不傳訊號的不畫。</translation>
    </message>
    <message>
        <source>How many of the gap&apos;s connections are drawn, and what part of all they carry.</source>
        <translation>這個層間畫出了多少條連接，它們佔總量多大一部分。</translation>
    </message>
    <message>
        <source>Its weights, pixel by pixel, or weights × this example; hatched where x is 0 in over 99 % of the training examples.</source>
        <translation>它的權重，逐個像素，或權重乘以這個樣本；超過 99% 的訓練樣本中 x 為 0 之處畫斜線。</translation>
    </message>
    <message>
        <source>As the network reads it: ink is 1, no ink 0; kept grey, white is 1, black 0.</source>
        <translation>網路看到的樣本：有墨為 1，無墨為 0；保留灰階時白為 1，黑為 0。</translation>
    </message>
    <message>
        <source>+ in a neuron, or below its layer</source>
        <translation>神經元裡或所在層下方的 +</translation>
    </message>
    <message>
        <source>|a| is beyond the full colour, where the scales are locked; below, of one or more.</source>
        <translation>色階鎖定時，|a| 超出了最濃的顏色所代表的數；在層下方表示該層至少有一個。</translation>
    </message>
    <message>
        <source>! in a neuron, or below its layer</source>
        <translation>神經元裡或所在層下方的 !</translation>
    </message>
    <message>
        <source>a or δ is no finite number; below a layer of small cells, of one or more.</source>
        <translation>a 或 δ 不是有限數；在由小格組成的層下方表示該層至少有一個。</translation>
    </message>
    <message>
        <source>The same number as in the picture behind it, of the same update: the wider, the larger, by the largest of the neuron&apos;s own; with the scales locked by its gap&apos;s.</source>
        <translation>與其後影像中的數值相同，屬於同一次更新：越粗越大，以該神經元自身的最大值為準；鎖定色階時以所在層間的色階為準。</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>No room for the matrix: make the window larger, or its type smaller.</source>
        <translation>空間不足，無法顯示矩陣：請放大視窗，或減小字型大小。</translation>
    </message>
    <message>
        <source>Which class is taken for which</source>
        <translation>哪一類被判為哪一類</translation>
    </message>
    <message>
        <source>Each row is a right class, and each column what the network says: a cell counts the examples of that class to which that is said, and names their share of the row. On the diagonal, in another shape and on a scale of its own, the answer is right. At the right of each row: recall, the share of the class that is called so; precision, the share of what is called so that is of the class; and the class’s share of the sum of all C. Where there is nothing to share stands “–”; pointing at it says why. A click or the arrow keys choose a cell, whose pictures stand beside it; a head chooses the mistakes of its row or column, the corner (Home) all of them.</source>
        <translation>每一列是一個正確類別，每一欄是網路的判斷：格子裡是這一類中被這樣判斷的樣本有多少個，以及它們在這一列中的佔比。對角線上判斷正確，用另一種形狀和自己的色階。每列右邊：召回率，即這一類中被判為這一類的佔比；精確率，即被判為這一類的當中真是這一類的佔比；以及這一類在全部 C 之和中的佔比。分母為 0 時寫「–」，指向它可知原因。點一下或用方向鍵選取一個格子，它的圖片就在旁邊；選取列首或欄首，顯示那一列或那一欄中判錯的樣本；左上角（Home 鍵）顯示全部判錯的樣本。</translation>
    </message>
</context>
<context>
    <name>MatrixWords</name>
    <message>
        <source>the network says</source>
        <translation>網路的判斷</translation>
    </message>
    <message>
        <source>the right class</source>
        <translation>正確類別</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>said</source>
        <translation>判為</translation>
    </message>
    <message>
        <source>Colour: how much the share differs: lime more, violet and hatched fewer</source>
        <translation>顏色：佔比相差多少；黃綠色為多，紫色加斜線為少</translation>
    </message>
    <message>
        <source>In each cell: how many more (+, lime) or fewer (−, violet, hatched)</source>
        <translation>每格：多（+，黃綠色）或少（−，紫色，斜線）多少</translation>
    </message>
    <message>
        <source>In each cell: how many more (+, lime) or fewer (−, violet, hatched), and by how much of the row, in %</source>
        <translation>每格：多（+，黃綠色）或少（−，紫色，斜線）多少，以及佔該列的百分比相差多少</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精確率</translation>
    </message>
    <message>
        <source>{what} now</source>
        <translation>{what}（現在）</translation>
    </message>
    <message>
        <source>off the diagonal:</source>
        <translation>對角線外：</translation>
    </message>
    <message>
        <source>on it:</source>
        <translation>對角線上：</translation>
    </message>
    <message>
        <source>Shade: the share of the row</source>
        <translation>深淺：在本列中的佔比</translation>
    </message>
    <message>
        <source>In each cell: how many; its shade: what share of their row they are</source>
        <translation>每格：個數；深淺：在本列中的佔比</translation>
    </message>
    <message>
        <source>In each cell: how many, and what share of their row they are, in %</source>
        <translation>每格：個數，以及在本列中的佔比（%）</translation>
    </message>
    <message>
        <source>Point at a class for its recall</source>
        <translation>指向一個類別可看召回率等</translation>
    </message>
</context>
<context>
    <name>MeasuredMoment</name>
    <message>
        <source>after update {update}, θ edited since</source>
        <translation>第 {update} 次更新後，其後 θ 被手動修改</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新後</translation>
    </message>
    <message>
        <source>exact at update {update}, θ edited since</source>
        <translation>第 {update} 次更新時的精確值，其後 θ 被手動修改</translation>
    </message>
    <message>
        <source>at update {update}, θ edited since: {loss}</source>
        <translation>第 {update} 次更新時，其後 θ 被手動修改：{loss}</translation>
    </message>
    <message>
        <source>{loss} (at update {update}, θ edited since)</source>
        <translation>{loss}（第 {update} 次更新時，其後 θ 被手動修改）</translation>
    </message>
    <message>
        <source>θ edited since</source>
        <translation>其後 θ 被手動修改</translation>
    </message>
    <message>
        <source>exact at update {update}</source>
        <translation>第 {update} 次更新時的精確值</translation>
    </message>
    <message>
        <source>at update {update}: {loss}</source>
        <translation>第 {update} 次更新時：{loss}</translation>
    </message>
    <message>
        <source>{loss} (at update {update})</source>
        <translation>{loss}（第 {update} 次更新時）</translation>
    </message>
    <message>
        <source>not measured: there is no training</source>
        <translation>沒有測量：訓練處理程序不在執行</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>訓練(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xample</source>
        <translation>樣本(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Connections show</source>
        <translation>連接顯示</translation>
    </message>
    <message>
        <source>Connections drawn</source>
        <translation>畫出的連接</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>轉到</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take back what was changed last</source>
        <translation>復原上一步改動</translation>
    </message>
    <message>
        <source>Do again what was taken back last</source>
        <translation>重做上一步被復原的改動</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字型大小</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>關閉這條訊息</translation>
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
        <translation>另有 {count} 個</translation>
    </message>
    <message>
        <source>{count} more runs have no room here: show the list of all runs</source>
        <translation>另有 {count} 次訓練在這裡放不下：顯示全部訓練的清單</translation>
    </message>
    <message>
        <source>1 more run has no room here: show the list of all runs</source>
        <translation>另有 1 次訓練在這裡放不下：顯示全部訓練的清單</translation>
    </message>
</context>
<context>
    <name>NetworkArea</name>
    <message>
        <source>Leave the projector layout: the panels come back</source>
        <translation>離開投影版面：恢復各面板</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>The network appears here.</source>
        <translation>網路會出現在這裡。</translation>
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
        <translation>不用隨機丟棄：批次平均 {before} → {after}</translation>
    </message>
    <message>
        <source>C {before} → {after}</source>
        <translation>C {before} → {after}</translation>
    </message>
    <message>
        <source>No update was made yet: press . to make one.</source>
        <translation>還沒有做過更新：按 . 做一次。</translation>
    </message>
    <message>
        <source>Not known of update {update}: press . for the next.</source>
        <translation>第 {update} 次更新的數值未知：按 . 做下一次更新。</translation>
    </message>
    <message>
        <source>Not known of update {update}.</source>
        <translation>第 {update} 次更新的數值未知。</translation>
    </message>
    <message>
        <source>Update 0: nothing has changed yet.</source>
        <translation>第 0 次更新：還沒有任何變化。</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Layer 1: each neuron adds up a·w of the inked pixels.</source>
        <translation>第 1 層：每個神經元把有墨像素的 a·w 加起來。</translation>
    </message>
    <message>
        <source>Layer {layer}: each neuron adds up what reaches it.</source>
        <translation>第 {layer} 層：每個神經元求加權和。</translation>
    </message>
    <message>
        <source>Back, layer {layer}: w·δ travels, ∂C/∂w stays on its connection.</source>
        <translation>反向經過第 {layer} 層：w·δ 繼續傳，∂C/∂w 留在連接上。</translation>
    </message>
    <message>
        <source>Back to layer 1: ∂C/∂w = δ on inked pixels’ connections.</source>
        <translation>回到第 1 層：有墨像素的每條連接上，∂C/∂w = δ。</translation>
    </message>
    <message>
        <source>Back to layer 1: ∂C/∂w = x·δ on every connection.</source>
        <translation>回到第 1 層：每條連接上 ∂C/∂w = x·δ。</translation>
    </message>
    <message>
        <source>The mean gradient with {penalties} recolours the connections.</source>
        <translation>平均梯度（含 {penalties}）給連接重新著色。</translation>
    </message>
    <message>
        <source>The batch’s mean gradient recolours the connections.</source>
        <translation>批次的平均梯度給連接重新著色。</translation>
    </message>
    <message>
        <source>Collecting kernel {from} → {to} of layer {layer}: a·δ into its w.</source>
        <translation>彙總第 {layer} 層卷積核 {from} → {to}：各處 a·δ 匯入它的 w。</translation>
    </message>
    <message>
        <source>Collecting kernel {to} of layer {layer}: each w adds up its a·δ.</source>
        <translation>彙總第 {layer} 層卷積核 {to}：每個 w 累加各處的 a·δ。</translation>
    </message>
    <message>
        <source>Softmax: the outputs become confidences, their sum is 1.</source>
        <translation>Softmax：輸出變成信心度，總和為 1。</translation>
    </message>
    <message>
        <source>C = −ln y: how wrong is this one?</source>
        <translation>C = −ln y：這一個錯得有多嚴重？</translation>
    </message>
    <message>
        <source>Layer 1: each neuron adds up x·w of its inputs.</source>
        <translation>第 1 層：每個神經元把輸入的 x·w 加起來。</translation>
    </message>
    <message>
        <source>Mean gradient with {penalties}; clipped to {share} of it.</source>
        <translation>含 {penalties} 的平均梯度；裁剪後，最佳化器只用其 {share} 倍。</translation>
    </message>
    <message>
        <source>The batch’s mean gradient; clipped, {share} of it is followed.</source>
        <translation>批次的平均梯度；裁剪後，最佳化器只用其 {share} 倍。</translation>
    </message>
    <message>
        <source>The optimizer’s ΔW is applied: new weights.</source>
        <translation>加上最佳化器給出的 ΔW，得到新的權重。</translation>
    </message>
    <message>
        <source>These are the new weights.</source>
        <translation>這是新的權重。</translation>
    </message>
    <message>
        <source>Back through layer {layer}: δ goes to each block’s winner.</source>
        <translation>反向經過第 {layer} 層：δ 只傳給每塊的最大者。</translation>
    </message>
    <message>
        <source>Layer {layer}: each cell takes the mean of its block.</source>
        <translation>第 {layer} 層：每格取其塊的平均。</translation>
    </message>
    <message>
        <source>Back through layer {layer}: all of a block get equal shares.</source>
        <translation>反向經過第 {layer} 層：塊中各格分得相等的份額。</translation>
    </message>
    <message>
        <source>Layer {layer}: each is the mean of its block × dropout.</source>
        <translation>第 {layer} 層：每格取其塊的平均 × 隨機丟棄。</translation>
    </message>
    <message>
        <source>Layer {layer}: each of {seeing} windows adds up its a·w.</source>
        <translation>第 {layer} 層：{seeing} 個視窗各自把 a·w 相加。</translation>
    </message>
    <message>
        <source>Layer {layer}: each cell adds up a·w over its window.</source>
        <translation>第 {layer} 層：每格把視窗內的 a·w 相加。</translation>
    </message>
    <message>
        <source>Layer {layer}: all {blank} windows see only 0: each gives f(b).</source>
        <translation>第 {layer} 層：{blank} 個視窗都只看到 0，各給出 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: windows with ink: {seeing}; blank: {blank}, each gives f(b).</source>
        <translation>第 {layer} 層：有墨的視窗 {seeing} 個；空白 {blank} 個，各給出 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: with ink: {seeing}; blank: {blank}, each f(b).</source>
        <translation>第 {layer} 層：有墨 {seeing} 個；空白 {blank} 個，各為 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: windows with a signal: {seeing}; blank: {blank}, each f(b).</source>
        <translation>第 {layer} 層：有訊號的視窗 {seeing} 個；空白 {blank} 個，各為 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: with a signal: {seeing}; blank: {blank}, each f(b).</source>
        <translation>第 {layer} 層：有訊號 {seeing} 個；空白 {blank} 個，各為 f(b)。</translation>
    </message>
    <message>
        <source>Layer {layer}: all {blank} windows see only 0: f(b) × dropout.</source>
        <translation>第 {layer} 層：全部 {blank} 個視窗只見 0：f(b) × 隨機丟棄。</translation>
    </message>
    <message>
        <source>Layer {layer}: signal: {seeing}; blank: {blank}, f(b) × dropout.</source>
        <translation>第 {layer} 層：有訊號 {seeing} 個；空白 {blank} 個，f(b) × 隨機丟棄。</translation>
    </message>
    <message>
        <source>Layer {layer}: with ink: {seeing}; blank: {blank}, f(b) × dropout.</source>
        <translation>第 {layer} 層：有墨 {seeing} 個；空白 {blank} 個，f(b) × 隨機丟棄。</translation>
    </message>
    <message>
        <source>Layer {layer}: {blank} windows are blank: f(b) × dropout.</source>
        <translation>第 {layer} 層：空白視窗 {blank} 個，f(b) × 隨機丟棄。</translation>
    </message>
    <message>
        <source>Layer {layer}: {won} of {read} cells win their block and pass.</source>
        <translation>第 {layer} 層：{read} 格中有 {won} 格在塊中最大，得以通過。</translation>
    </message>
    <message>
        <source>Back, layer {layer}: δ at {some} of {won} winners, 0 at {lost} losers.</source>
        <translation>反向第 {layer} 層：{won} 個勝者中 {some} 個有 δ，{lost} 個敗者為 0。</translation>
    </message>
    <message>
        <source>Back, layer {layer}: δ at {some} of {won} winners, else 0.</source>
        <translation>反向第 {layer} 層：{won} 個勝者中 {some} 個有 δ，其餘為 0。</translation>
    </message>
    <message>
        <source>Layer {layer}: all {won} winners are dropped.</source>
        <translation>第 {layer} 層：{won} 個最大的格都被隨機丟棄關閉。</translation>
    </message>
    <message>
        <source>Layer {layer}: {won} of {read} win; {dropped} dropped, {passed} pass × {mask}.</source>
        <translation>第 {layer} 層：{read} 格中 {won} 格最大；關閉 {dropped} 格，{passed} 格 × {mask} 通過。</translation>
    </message>
    <message>
        <source>Layer {layer}: winners: {dropped} dropped, {passed} pass × {mask}.</source>
        <translation>第 {layer} 層：最大的格中，關閉 {dropped} 格，{passed} 格 × {mask} 通過。</translation>
    </message>
    <message>
        <source>Back through layer {layer}: a shared w adds up all its a·δ.</source>
        <translation>反向經過第 {layer} 層：共享的 w 把所有 a·δ 相加。</translation>
    </message>
    <message>
        <source>Sigmoid: each output is pressed between 0 and 1.</source>
        <translation>Sigmoid：每個輸出被壓到 0 與 1 之間。</translation>
    </message>
    <message>
        <source>The outputs are their sums: y = z.</source>
        <translation>輸出就是它們的和：y = z。</translation>
    </message>
    <message>
        <source>C = ½ Σ (y − ŷ)²: how wrong is this one?</source>
        <translation>C = ½ Σ (y − ŷ)²：這一個錯得有多嚴重？</translation>
    </message>
    <message>
        <source>C = −ln y − Σ ln(1 − yⱼ): how wrong is this one?</source>
        <translation>C = −ln y − Σ ln(1 − yⱼ)：這一個錯得有多嚴重？</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 個輸入</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} 個輸入</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1 個神經元</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 個神經元</translation>
    </message>
    <message>
        <source>{count}, residual</source>
        <translation>{count}，殘差</translation>
    </message>
    <message>
        <source>{count} dead</source>
        <translation>{count} 失效</translation>
    </message>
    <message>
        <source>{count} saturated</source>
        <translation>{count} 飽和</translation>
    </message>
    <message>
        <source>{layer}: {share} past</source>
        <translation>{layer}：{share} 繞過</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>摺疊</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>還有 {count} 個</translation>
    </message>
    <message>
        <source>1 map</source>
        <translation>1 張特徵圖</translation>
    </message>
    <message>
        <source>1 map of {rows} × {columns}</source>
        <translation>1 張 {rows} × {columns} 特徵圖</translation>
    </message>
    <message>
        <source>blank: no answer</source>
        <translation>空白：沒有答案</translation>
    </message>
    <message>
        <source>y is not finite</source>
        <translation>y 不是有限數</translation>
    </message>
    <message>
        <source>says {said}</source>
        <translation>判為 {said}</translation>
    </message>
    <message>
        <source>says {said}: right</source>
        <translation>判為 {said}：正確</translation>
    </message>
    <message>
        <source>says {said}, is {right}</source>
        <translation>判為 {said}，應為 {right}</translation>
    </message>
    <message>
        <source>no single largest y: no answer</source>
        <translation>沒有唯一最大的 y：沒有答案</translation>
    </message>
    <message>
        <source>no single largest y, it is {right}</source>
        <translation>沒有唯一最大的 y，應為 {right}</translation>
    </message>
    <message>
        <source>no single largest y, label {right} (shuffled)</source>
        <translation>沒有唯一最大的 y，標籤 {right}（已打亂）</translation>
    </message>
    <message>
        <source>ŷ = {target}</source>
        <translation>ŷ = {target}</translation>
    </message>
    <message>
        <source>No right answer known: no C.</source>
        <translation>不知道正確答案：沒有 C。</translation>
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
        <translation>帶：同一數之和</translation>
    </message>
    <message>
        <source>ribbons: Σ {what}</source>
        <translation>帶：Σ {what}</translation>
    </message>
    <message>
        <source>Σ mean ∂C/∂w + {penalties}, before clipping</source>
        <translation>Σ 裁剪前平均 ∂C/∂w + {penalties}</translation>
    </message>
    <message>
        <source>{what}, full colour at {numbers}</source>
        <translation>{what}，顏色最濃處為 {numbers}</translation>
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
        <translation>{what}：只表示符號</translation>
    </message>
    <message>
        <source>full colour at {what} = {numbers}</source>
        <translation>{what} = {numbers} 時顏色最濃</translation>
    </message>
    <message>
        <source>(all gaps)</source>
        <translation>（所有層間）</translation>
    </message>
    <message>
        <source>every ∂C/∂w of this example is exactly 0</source>
        <translation>這個樣本的每個 ∂C/∂w 都恰為 0</translation>
    </message>
    <message>
        <source>every mean ∂C/∂w is exactly 0</source>
        <translation>每個平均 ∂C/∂w 都恰為 0</translation>
    </message>
    <message>
        <source>every ΔW is exactly 0</source>
        <translation>每個 ΔW 都恰為 0</translation>
    </message>
    <message>
        <source>no right answer known: no gradient</source>
        <translation>不知道正確答案：沒有梯度</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} connections</source>
        <translation>已畫出 {drawn} / {total} 條連接</translation>
    </message>
    <message>
        <source>{ribbons} ribbons</source>
        <translation>{ribbons} 條帶</translation>
    </message>
    <message>
        <source>1 ribbon</source>
        <translation>1 條帶</translation>
    </message>
    <message>
        <source>not known of this update</source>
        <translation>這次更新的數值未知</translation>
    </message>
    <message>
        <source>every mean ∂C/∂w with {penalties} is exactly 0</source>
        <translation>每個平均 ∂C/∂w（含 {penalties}）都恰為 0</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of this digit’s ∂C/∂w</source>
        <translation>已畫出 {drawn} / {total} 條 · 這個數字的 ∂C/∂w 的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of its ∂C/∂w</source>
        <translation>已畫出 {drawn} / {total} · 佔其 ∂C/∂w 的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the mean gradient with {penalties}</source>
        <translation>已畫出 {drawn} / {total} 條 · 平均梯度（含 {penalties}）的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the mean gradient</source>
        <translation>已畫出 {drawn} / {total} 條 · 平均梯度的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the change</source>
        <translation>已畫出 {drawn} / {total} 條 · 變化量的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of this digit’s signal</source>
        <translation>已畫出 {drawn} / {total} 條 · 這個數字的訊號的 {share}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share} of the signal</source>
        <translation>已畫出 {drawn} / {total} · 佔其訊號的 {share}</translation>
    </message>
    <message>
        <source>{ribbons} ribbons = {count}</source>
        <translation>{ribbons} 條帶 = {count} 條連接</translation>
    </message>
    <message>
        <source>1 ribbon = {count}</source>
        <translation>1 條帶 = {count} 條連接</translation>
    </message>
    <message>
        <source>{ribbons} ribbons, by the sign of their sum</source>
        <translation>{ribbons} 條帶，按其和的正負</translation>
    </message>
    <message>
        <source>{count} are 0</source>
        <translation>{count} 條為 0</translation>
    </message>
    <message>
        <source>more of them nearer by</source>
        <translation>放大可見更多</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>The network: left the example that is shown, then each layer&apos;s neurons, right the outputs y. Any mark in it explains itself: ask What&apos;s this? and click it. Point at a neuron to see its connections and its numbers; a click keeps it in Inspect, with Ctrl beside others. With the keyboard: arrow keys move from neuron to neuron, with Shift through its connections, the strongest first; Enter keeps. Of a kernel’s weight all places that share it stand out; a click or Enter opens its page.</source>
        <translation>網路：左邊是目前顯示的樣本，接著是各層的神經元，右邊是輸出 y。圖中的每個標記都有說明：選擇「這是什麼？」再點選它。指向一個神經元可以看到它的連接和數值；點選會把它留在「查看」中，按住 Ctrl 可以並列多個。用鍵盤：方向鍵在神經元之間移動，加 Shift 則從強到弱地走過它的連接；Enter 把它留住。指向卷積核的一個權重，共享它的所有位置會突出顯示；點選或按 Enter 開啟它的頁面。</translation>
    </message>
    <message>
        <source>neuron {number}</source>
        <translation>神經元 {number}</translation>
    </message>
    <message>
        <source>map {map}, row {row}, column {column}</source>
        <translation>特徵圖 {map}，第 {row} 列，第 {column} 欄</translation>
    </message>
    <message>
        <source>map {map} ({row}, {column})</source>
        <translation>特徵圖 {map}（{row}, {column}）</translation>
    </message>
    <message>
        <source>pixel {number}</source>
        <translation>像素 {number}</translation>
    </message>
    <message>
        <source>highlighted: {drawn} of {total} connections</source>
        <translation>突出顯示 {drawn} / {total} 條連接</translation>
    </message>
    <message>
        <source>{count} in view</source>
        <translation>視野內 {count} 條</translation>
    </message>
    <message>
        <source>every {symbol} is NaN or infinite: none is drawn</source>
        <translation>每個 {symbol} 都是 NaN 或無窮大：一條也沒有畫</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {count} NaN or infinite</source>
        <translation>已畫出 {drawn} / {total} · {count} 個為 NaN 或無窮大</translation>
    </message>
    <message>
        <source>{inputs}, each at its own scale</source>
        <translation>{inputs}，各用自己的色階</translation>
    </message>
    <message>
        <source>Input picture: the grey of each pixel, 0 for black to 1 for white.</source>
        <translation>輸入影像：每個像素的灰階，0 為黑，1 為白。</translation>
    </message>
    <message>
        <source>{name} = {value}. Full colour at |{name}| = {scale}, this input’s largest in the training set; below 0 the colour is that of negative numbers.</source>
        <translation>{name} = {value}。|{name}| = {scale} 時顏色最濃，這是該輸入在訓練集中的最大值；小於 0 時用負數的顏色。</translation>
    </message>
    <message>
        <source>It is one number in all training examples, and so tells nothing.</source>
        <translation>它在所有訓練樣本中都是同一個數，因此不含任何資訊。</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>類別 {label}</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>樣本</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation>{name}：{low} 到 {high}</translation>
    </message>
    <message>
        <source>{name}: one number in all training examples</source>
        <translation>{name}：在所有訓練樣本中都是同一個數</translation>
    </message>
    <message>
        <source>{drawn} of {count} examples drawn</source>
        <translation>畫出 {count} 個樣本中的 {drawn} 個</translation>
    </message>
    <message>
        <source>This example lies beyond the map.</source>
        <translation>這個樣本在圖的範圍之外。</translation>
    </message>
    <message>
        <source>y not finite at {part} of {count} places</source>
        <translation>{count} 處中有 {part} 處 y 不是有限數</translation>
    </message>
    <message>
        <source>y beyond the map at {part} of {count} places</source>
        <translation>{count} 處中有 {part} 處 y 超出圖的範圍</translation>
    </message>
    <message>
        <source>says {said}, label {right} (shuffled)</source>
        <translation>判為 {said}，標籤 {right}（已打亂）</translation>
    </message>
    <message>
        <source>{count} numbers have no room</source>
        <translation>{count} 個數字放不下</translation>
    </message>
    <message>
        <source>1 number has no room</source>
        <translation>1 個數字放不下</translation>
    </message>
    <message>
        <source>Its column is standardised: mean 0, standard deviation 1.</source>
        <translation>該欄已標準化：平均值為 0，標準差為 1。</translation>
    </message>
    <message>
        <source>columns standardised: mean 0, deviation 1</source>
        <translation>各欄已標準化：平均值 0，標準差 1</translation>
    </message>
    <message>
        <source>{count} NaN or infinite</source>
        <translation>{count} 條為 NaN 或無窮大</translation>
    </message>
    <message>
        <source>{share}, mean of the {gaps} gaps</source>
        <translation>{share}（{gaps} 個層間的平均）</translation>
    </message>
    <message>
        <source>drawn {drawn} of {total} · {share}</source>
        <translation>已畫出 {drawn} / {total} 條 · {share}</translation>
    </message>
    <message>
        <source>none of {total} carries a signal</source>
        <translation>{total} 條都沒有訊號</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>無訊號</translation>
    </message>
    <message>
        <source>all {total} are 0</source>
        <translation>{total} 條全為 0</translation>
    </message>
    <message>
        <source>all 0</source>
        <translation>全為 0</translation>
    </message>
    <message>
        <source>These examples have no classes, so no neuron has a favourite.</source>
        <translation>這些樣本沒有類別，神經元沒有偏愛的類別。</translation>
    </message>
    <message>
        <source>The neurons have no room for their favourite classes. View, Zoom, Nearer enlarges them.</source>
        <translation>神經元上沒有地方寫偏愛的類別。用「檢視」&gt;「縮放」&gt;「拉近」放大。</translation>
    </message>
    <message>
        <source>There is no room for favourite classes at the neurons of layer {layers}. View, Zoom, Nearer enlarges them.</source>
        <translation>第 {layers} 層的神經元上沒有地方寫偏愛的類別。用「檢視」&gt;「縮放」&gt;「拉近」放大。</translation>
    </message>
    <message>
        <source>These inputs are no picture, so the neurons show none of their weights.</source>
        <translation>這些輸入不是圖片，神經元不畫出權重的影像。</translation>
    </message>
    <message>
        <source>The neurons of layer 1 are too small for pictures of their weights. View, Zoom, Nearer enlarges them.</source>
        <translation>第 1 層的神經元太小，畫不下權重的影像。用「檢視」&gt;「縮放」&gt;「拉近」放大。</translation>
    </message>
    <message>
        <source>These layers stay folded: they have too many neurons to be drawn one by one.</source>
        <translation>這些層保持摺疊：神經元太多，無法逐個畫出。</translation>
    </message>
    <message>
        <source>No layer is folded: every neuron is shown already. The switch stays on, for wide layers that come.</source>
        <translation>沒有摺疊的層：所有神經元都已顯示。開關保持開啟，供以後出現的寬層使用。</translation>
    </message>
    <message>
        <source>This network has no hidden neurons.</source>
        <translation>這個網路沒有隱藏神經元。</translation>
    </message>
    <message>
        <source>picture of the connections: {picture}</source>
        <translation>連接所示：{picture}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>No connection on this side</source>
        <translation>這一側沒有連接</translation>
    </message>
    <message>
        <source>A and B: {scale}</source>
        <translation>A 與 B：{scale}</translation>
    </message>
    <message>
        <source>({gaps})</source>
        <translation>（{gaps}）</translation>
    </message>
    <message>
        <source>no signal in {gaps}</source>
        <translation>{gaps}無訊號</translation>
    </message>
    <message>
        <source>gap {number}</source>
        <translation>層間 {number}</translation>
    </message>
    <message>
        <source>gaps {numbers}</source>
        <translation>層間 {numbers}</translation>
    </message>
    <message>
        <source>layers {layers}</source>
        <translation>第 {layers} 層</translation>
    </message>
    <message>
        <source>{maps} maps</source>
        <translation>{maps} 張特徵圖</translation>
    </message>
    <message>
        <source>{maps} maps of {rows} × {columns}</source>
        <translation>{maps} 張 {rows} × {columns} 特徵圖</translation>
    </message>
    <message>
        <source>map {map}</source>
        <translation>特徵圖 {map}</translation>
    </message>
    <message>
        <source>a from {least} to {most}</source>
        <translation>a 從 {least} 到 {most}</translation>
    </message>
    <message>
        <source>none from inputs of zero</source>
        <translation>不含來自零輸入的連接</translation>
    </message>
    <message>
        <source>none from pixels without ink</source>
        <translation>不含來自無墨像素的連接</translation>
    </message>
</context>
<context>
    <name>NeuronDetails</name>
    <message>
        <source>this example at {count} kept updates</source>
        <translation>這個樣本在 {count} 個保留的更新處</translation>
    </message>
    <message>
        <source>the other {count}: {sum}</source>
        <translation>其餘 {count} 項：{sum}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏權值</translation>
    </message>
    <message>
        <source>the largest:</source>
        <translation>最大者：</translation>
    </message>
    <message>
        <source>No right answer is known: no C, no gradient.</source>
        <translation>不知道正確答案：沒有 C，沒有梯度。</translation>
    </message>
    <message>
        <source>δ = {delta}: ∂C/∂z of an output comes from C itself</source>
        <translation>δ = {delta}：輸出的 ∂C/∂z 直接來自 C</translation>
    </message>
    <message>
        <source>+ past the next layer: {value}</source>
        <translation>+ 繞過下一層：{value}</translation>
    </message>
    <message>
        <source>× dropout {mask}</source>
        <translation>× 隨機丟棄 {mask}</translation>
    </message>
    <message>
        <source>sum over {count} connections</source>
        <translation>{count} 條連接之和</translation>
    </message>
    <message>
        <source>of this one a·δ = {value}</source>
        <translation>此條 a·δ = {value}</translation>
    </message>
    <message>
        <source>last update&apos;s ΔW</source>
        <translation>上次更新的 ΔW</translation>
    </message>
    <message>
        <source>from {name}:</source>
        <translation>來自{name}：</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新後</translation>
    </message>
    <message>
        <source>backpropagation: {value}</source>
        <translation>反向傳播：{value}</translation>
    </message>
    <message>
        <source>(C(w + h) − C(w − h)) / 2h: {value}</source>
        <translation>(C(w + h) − C(w − h)) / 2h：{value}</translation>
    </message>
    <message>
        <source>relative error: {error}</source>
        <translation>相對誤差：{error}</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>從何而來</translation>
    </message>
    <message>
        <source>The largest terms of z and δ, and each connection&apos;s own numbers</source>
        <translation>z 和 δ 的最大各項，以及每條連接自己的數</translation>
    </message>
    <message>
        <source>The largest terms of z</source>
        <translation>z 中最大的幾項</translation>
    </message>
    <message>
        <source>The activation function f</source>
        <translation>活化函數 f</translation>
    </message>
    <message>
        <source>Where δ comes from</source>
        <translation>δ 從何而來</translation>
    </message>
    <message>
        <source>from</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>Largest terms of z</source>
        <translation>z 的最大各項</translation>
    </message>
    <message>
        <source>Choose one to see its connection</source>
        <translation>選一項檢視它的連接</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Prove the gradient</source>
        <translation>驗證這個梯度</translation>
    </message>
    <message>
        <source>Move this weight a little both ways, in double precision, and compare with backpropagation</source>
        <translation>以雙精度把這個權重向兩邊各移一點，與反向傳播比較</translation>
    </message>
    <message>
        <source>Its output a over the updates</source>
        <translation>它的輸出 a 隨更新的變化</translation>
    </message>
    <message>
        <source>by their size, on a scale of powers of ten: a dot is plus, a dash minus, a ring exactly 0</source>
        <translation>按大小畫在以十的冪為刻度的軸上：圓點為正，短橫為負，圓圈恰為 0</translation>
    </message>
    <message>
        <source>Its δ over the updates</source>
        <translation>它的 δ 隨更新的變化</translation>
    </message>
    <message>
        <source>The gradient ∂C/∂w of this example over the updates</source>
        <translation>這個樣本的梯度 ∂C/∂w 隨更新的變化</translation>
    </message>
    <message>
        <source>The weight w over the updates</source>
        <translation>權重 w 隨更新的變化</translation>
    </message>
    <message>
        <source>this example at 1 kept update</source>
        <translation>這個樣本在 1 個保留的更新處</translation>
    </message>
    <message>
        <source>, without dropout</source>
        <translation>，不用隨機丟棄</translation>
    </message>
    <message>
        <source>ΔW: not known of this update</source>
        <translation>ΔW：這次更新的數值未知</translation>
    </message>
    <message>
        <source>Over the updates</source>
        <translation>在各次更新時</translation>
    </message>
    <message>
        <source>back from</source>
        <translation>傳回自</translation>
    </message>
    <message>
        <source>Largest terms of δ</source>
        <translation>δ 的最大各項</translation>
    </message>
    <message>
        <source>What each neuron that it leads to hands back: that neuron&apos;s δ, times the weight between them</source>
        <translation>它連到的每個神經元傳回的數：那個神經元的 δ 乘以兩者之間的權重</translation>
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
        <translation>這些樣本沒有類別，神經元沒有偏愛的類別，因此無從排序。</translation>
    </message>
    <message>
        <source>This network has no hidden neurons to put in order.</source>
        <translation>這個網路沒有可以排序的隱藏神經元。</translation>
    </message>
    <message>
        <source>The neurons are in the order of their favourites already.</source>
        <translation>神經元已經按偏愛的類別排好了。</translation>
    </message>
    <message>
        <source>No neuron has a favourite: none is more active for one class than for all others.</source>
        <translation>沒有一個神經元有偏愛的類別：對任何一類，都沒有神經元比對其餘各類更活躍。</translation>
    </message>
    <message>
        <source>Every hidden layer is tied to the input, or joined in part only to the next one or the one before, so that no neuron can change its place.</source>
        <translation>每個隱藏層不是與輸入綁定，就是與前後層只有部分相連，因此沒有神經元可以換位置。</translation>
    </message>
    <message>
        <source>Reordered {what} by favourite digit. Largest difference of any output: {difference} ({count} test examples).</source>
        <translation>已按偏愛的類別重新排列 {what}。所有輸出的最大差別：{difference}（{count} 個測試樣本）。</translation>
    </message>
    <message>
        <source>Reordered {what} by favourite class. Largest difference of any output: {difference} ({count} test examples).</source>
        <translation>已按偏愛的類別重新排列 {what}。所有輸出的最大差別：{difference}（{count} 個測試樣本）。</translation>
    </message>
    <message>
        <source>Feature maps were moved as wholes.</source>
        <translation>特徵圖是整張移動的。</translation>
    </message>
    <message>
        <source>{maps} maps and {neurons} neurons</source>
        <translation>{maps} 張特徵圖和 {neurons} 個神經元</translation>
    </message>
    <message>
        <source>{neurons} neurons</source>
        <translation>{neurons} 個神經元</translation>
    </message>
    <message>
        <source>{maps} maps</source>
        <translation>{maps} 張特徵圖</translation>
    </message>
    <message>
        <source>Tied to the input, and so as before: layer {layers}.</source>
        <translation>第 {layers} 層與輸入綁定，保持原樣。</translation>
    </message>
    <message>
        <source>Joined in part only to the next layer or the one before, and so as before: layer {layers}.</source>
        <translation>第 {layers} 層與前後層只有部分相連，保持原樣。</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{value} is refused: give {range}.</source>
        <translation>{value} 無效：請輸入{range}。</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>從 {least} 到 {most} 的整數</translation>
    </message>
    <message>
        <source>a number over 0, up to {most}</source>
        <translation>大於 0、不超過 {most} 的數</translation>
    </message>
    <message>
        <source>a number from {least} to {most}</source>
        <translation>從 {least} 到 {most} 的數</translation>
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
        <translation>另一個檔案仍在讀取：之後的內容需等待。</translation>
    </message>
</context>
<context>
    <name>OptimizerOptions</name>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>學習率排程</translation>
    </message>
    <message>
        <source>always η</source>
        <translation>始終為 η</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>階梯衰減</translation>
    </message>
    <message>
        <source>cosine to 0</source>
        <translation>餘弦降到 0</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次數</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍數</translation>
    </message>
    <message>
        <source>Warm up</source>
        <translation>預熱</translation>
    </message>
    <message>
        <source>Clip ∇ at</source>
        <translation>梯度裁剪閾值</translation>
    </message>
    <message>
        <source>Early stop</source>
        <translation>提早停止</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰減</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>隨機丟棄（Dropout）</translation>
    </message>
    <message>
        <source>How the rate changes</source>
        <translation>學習率排程</translation>
    </message>
    <message>
        <source>How the learning rate η changes over the updates</source>
        <translation>學習率 η 隨更新怎樣變化</translation>
    </message>
    <message>
        <source>Number of updates from one step to the next, or until the cosine reaches 0</source>
        <translation>兩次階梯之間的更新次數，或餘弦降到 0 所需的更新次數</translation>
    </message>
    <message>
        <source>At every step η is multiplied by this number</source>
        <translation>每到一個階梯，η 都乘以它</translation>
    </message>
    <message>
        <source>η rises to its full value over this many updates at the start; 0: no warm-up</source>
        <translation>η 先用這麼多次更新升上來；0 表示不預熱</translation>
    </message>
    <message>
        <source>Weight decay λ of AdamW: each update first multiplies θ by 1 − η · λ</source>
        <translation>AdamW 的權重衰減 λ：每次更新先把 θ 乘以 1 − η · λ</translation>
    </message>
    <message>
        <source>If the gradient, over all of θ, is longer than this, it is shortened to this length; 0: never</source>
        <translation>對整個 θ 的梯度，若長度超過此值，就縮短到此值；0 表示從不</translation>
    </message>
    <message>
        <source>In training each hidden neuron is switched off for an example with this probability p; otherwise its output is multiplied by 1 / (1 − p). L and the accuracy are measured without dropout</source>
        <translation>訓練時，每個隱藏神經元對一個樣本以此機率 p 被關閉，否則它的輸出放大為 1 / (1 − p) 倍；測量 L 和準確率時不用隨機丟棄</translation>
    </message>
    <message>
        <source>Early stopping: the training pauses when the test loss, measured after each epoch, has reached no new minimum for this many epochs in a row; 0: never</source>
        <translation>提早停止：每個輪次之後測量測試損失，若連續這麼多輪次都沒有低於其最小值，訓練就暫停；0 表示從不</translation>
    </message>
</context>
<context>
    <name>OptimizerPanel</name>
    <message>
        <source>now at {rate}</source>
        <translation>現為 {rate}</translation>
    </message>
    <message>
        <source>3  Pick the best function</source>
        <translation>3  選擇最佳函數</translation>
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
        <translation>動量</translation>
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
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>學習率 η</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Learning rate η: over 0, up to {most}</source>
        <translation>學習率 η：大於 0，不超過 {most}</translation>
    </message>
    <message>
        <source>a learning rate over 0, up to {most}</source>
        <translation>大於 0、不超過 {most} 的學習率</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The lecture&apos;s setting</source>
        <translation>課程的設定</translation>
    </message>
    <message>
        <source>Plain gradient descent with batches of one example</source>
        <translation>普通梯度下降，每批次一個樣本</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More of the best function</source>
        <translation>最佳函數的更多設定</translation>
    </message>
    <message>
        <source>Schedule, warm-up, clipping, dropout, early stopping</source>
        <translation>學習率排程、預熱、梯度裁剪、隨機丟棄、提早停止</translation>
    </message>
    <message>
        <source>Optimizer, rate, schedule and batch that were tried with this network</source>
        <translation>與這個網路一起試過的最佳化器、學習率、排程和批次</translation>
    </message>
    <message>
        <source>Settings that suit it</source>
        <translation>適合它的設定</translation>
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
        <translation>對 L：η / N = {rate}</translation>
    </message>
    <message>
        <source>Gradient descent: change θ a little, again and again, against its gradient. C̄ is the mean Cⁿ of the batch, and the learning rate η multiplies the gradient of that mean. Where the step is proportional to the gradient, the rate for the sum L is shown, too: it is N times smaller. The training goes on when you change a rate.</source>
        <translation>梯度下降：按照梯度讓 θ 一次次改變一點。C̄ 是這一批次的平均 Cⁿ，學習率 η 對應這個平均值的梯度。若每步與梯度成正比，還會顯示對總和 L 的學習率，它是前者的 1/N。改變學習率不會丟失訓練結果。</translation>
    </message>
    <message>
        <source>How an update of θ is made from the gradient</source>
        <translation>如何由梯度得到 θ 的變化</translation>
    </message>
    <message>
        <source>Number of examples in one update</source>
        <translation>一次更新所用的樣本數</translation>
    </message>
    <message>
        <source>Every update uses the whole training set</source>
        <translation>每次更新都用整個訓練集</translation>
    </message>
    <message>
        <source>One update, with all that is in force. C̄ is the mean Cⁿ of the batch, w any weight (biases have no penalty). In update number t since the optimizer was chosen, from 1 on, m̂ = m / (1 − 0.9ᵗ) and v̂ = v / (1 − 0.999ᵗ). A schedule counts the updates k before this one, from where it was chosen.</source>
        <translation>一次更新，包括所有起作用的設定。C̄ 是這一批次的平均 Cⁿ，w 是任一權重（偏權值沒有懲罰項）。在第 t 次更新（從選定最佳化器時起，由 1 數起），m̂ = m / (1 − 0.9ᵗ)，v̂ = v / (1 − 0.999ᵗ)。學習率排程從選定之處起，數在這之前的更新次數 k。</translation>
    </message>
</context>
<context>
    <name>OtherPicture</name>
    <message>
        <source>An example of its own data</source>
        <translation>它自己資料中的一個樣本</translation>
    </message>
</context>
<context>
    <name>OtherRun</name>
    <message>
        <source>this run at update {update} minus run {name} at update {other}</source>
        <translation>本次訓練在更新 {update} 時，減去訓練「{name}」在更新 {other} 時</translation>
    </message>
    <message>
        <source>run {name} is being counted; nothing is subtracted yet</source>
        <translation>正在統計訓練「{name}」；還沒有減去任何東西</translation>
    </message>
    <message>
        <source>run {name} was hidden or deleted: nothing is subtracted any more</source>
        <translation>訓練「{name}」已被隱藏或刪除：不再減去任何東西</translation>
    </message>
    <message>
        <source>run {name} is gone: nothing is subtracted</source>
        <translation>訓練「{name}」已經不在：沒有減去任何東西</translation>
    </message>
    <message>
        <source>run {name} has other examples, labels or classes: it cannot be subtracted</source>
        <translation>訓練「{name}」的樣本、標籤或類別不同：不能相減</translation>
    </message>
    <message>
        <source>run {name} has made only {live} updates, not {update}: it cannot be subtracted there</source>
        <translation>訓練「{name}」只做了 {live} 次更新，沒有到 {update} 次：不能在那裡相減</translation>
    </message>
    <message>
        <source>run {name} is on its way back from a divergence: nothing is subtracted until then</source>
        <translation>訓練「{name}」正從發散處退回：退回完成之前不減去任何東西</translation>
    </message>
    <message>
        <source>run {name} at update {update} is counted once the training pauses: its updates are made again for that</source>
        <translation>訓練「{name}」在更新 {update} 時的情況要等訓練暫停後統計：為此要重做它的更新</translation>
    </message>
    <message>
        <source>run {name} could not be counted: nothing is subtracted</source>
        <translation>無法統計訓練「{name}」：沒有減去任何東西</translation>
    </message>
</context>
<context>
    <name>OtherRunBox</name>
    <message>
        <source>Minus</source>
        <translation>減去</translation>
    </message>
    <message>
        <source>Subtract the matrix of another run: cells show how many more or fewer this one has</source>
        <translation>減去另一次訓練的矩陣：格子裡顯示本次訓練多了或少了多少</translation>
    </message>
    <message>
        <source>There is no other run: a branch, or new weights, begin one whose matrix is subtracted</source>
        <translation>沒有別的訓練：分支或新的初始權重會開始一次，它的矩陣就可以減去</translation>
    </message>
    <message>
        <source>Minus the matrix of run</source>
        <translation>減去哪次訓練的矩陣</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>this run at update {update}</source>
        <translation>本次訓練，更新 {update}</translation>
    </message>
    <message>
        <source>Update of the run that is subtracted</source>
        <translation>被減去的訓練的更新</translation>
    </message>
    <message>
        <source>How the other run stands now, or how it stood after as many updates as this one has made</source>
        <translation>另一次訓練現在的狀態，或它做了與本次訓練同樣多次更新時的狀態</translation>
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
        <translation>數值溢位</translation>
    </message>
    <message>
        <source>too large to write</source>
        <translation>數值溢位</translation>
    </message>
</context>
<context>
    <name>OwnFilesPresenter</name>
    <message>
        <source>Import a folder of images</source>
        <translation>匯入影像資料夾</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在讀取 {name}…</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>沒有匯入任何影像。</translation>
    </message>
    <message>
        <source>Nothing was imported: the data have other classes by now.</source>
        <translation>沒有匯入任何影像：資料的類別已經變了。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>There are no images in {name}.</source>
        <translation>{name} 中沒有影像。</translation>
    </message>
    <message>
        <source>Left out: {count}</source>
        <translation>略過：{count} 個</translation>
    </message>
    <message>
        <source>No room for {count} more: the set holds {limit}</source>
        <translation>還有 {count} 個放不下：測試集最多 {limit} 個</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……以及另外 {count} 個</translation>
    </message>
    <message>
        <source>Export the own test set</source>
        <translation>匯出自己的測試集</translation>
    </message>
    <message>
        <source>NPZ, for NumPy (*.npz)</source>
        <translation>NPZ，用於 NumPy (*.npz)</translation>
    </message>
    <message>
        <source>own test set</source>
        <translation>自己的測試集</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>OwnGallery</name>
    <message>
        <source>The examples of the own test set</source>
        <translation>自己的測試集的樣本</translation>
    </message>
    <message>
        <source>Every drawing and image that you have kept, with its class below it; where the network says another one now, its corner is filled and the answer stands behind the arrow. A click chooses one, Delete takes it out of the set, Enter shows it in the network.</source>
        <translation>你保留的每個手寫和影像，下方是它的類別；網路現在判為別的類別時，它的一角被填滿，箭頭後面是網路的判斷。點一下選擇一個，Delete 將它移出測試集，Enter 在網路中顯示它。</translation>
    </message>
</context>
<context>
    <name>OwnPage</name>
    <message>
        <source>Keep the drawing</source>
        <translation>保留手寫</translation>
    </message>
    <message>
        <source>Keep what is on the canvas, as what you meant</source>
        <translation>按你所指的類別保留畫布上的內容</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>匯入資料夾…</translation>
    </message>
    <message>
        <source>Keep the images of a folder: in folders called as the classes are, or with names that begin with a class</source>
        <translation>保留一個資料夾中的影像：放在以類別命名的資料夾中，或檔名以類別開頭</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Save all that is kept as NPZ, for NumPy: X and y</source>
        <translation>把保留的全部內容儲存為 NPZ（用於 NumPy）：X 和 y</translation>
    </message>
    <message>
        <source>Export the own test set</source>
        <translation>匯出自己的測試集</translation>
    </message>
    <message>
        <source>Wall and confusion</source>
        <translation>樣本牆與混淆矩陣</translation>
    </message>
    <message>
        <source>The terms of Σ Cⁿ of this set, and its classes</source>
        <translation>這個集合的 Σ Cⁿ 的各項，以及它的類別</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Take the chosen example out of the set (Delete); Undo brings it back</source>
        <translation>把選取的樣本移出測試集（Delete）；復原可以恢復</translation>
    </message>
    <message>
        <source>Delete the chosen example</source>
        <translation>刪除選取的樣本</translation>
    </message>
    <message>
        <source>Click a tile to say what it is meant to be, or to delete it.</source>
        <translation>點一下一張圖，即可改它本應是什麼，或把它刪除。</translation>
    </message>
    <message>
        <source>Meant</source>
        <translation>應為</translation>
    </message>
    <message>
        <source>What the chosen example is meant to be</source>
        <translation>選取的樣本應為哪一類</translation>
    </message>
</context>
<context>
    <name>OwnPresenter</name>
    <message>
        <source>There is no drawing yet: draw one, or paste an image, then keep it.</source>
        <translation>還沒有手寫：先畫一個，或貼上一個影像，再保留它。</translation>
    </message>
    <message>
        <source>Your own test set is full: it holds {limit}. Delete some of them first.</source>
        <translation>你自己的測試集已滿：最多 {limit} 個。請先刪除一些。</translation>
    </message>
    <message>
        <source>Which one did you mean?</source>
        <translation>你畫的是哪一個？</translation>
    </message>
    <message>
        <source>Keep a drawing</source>
        <translation>保留手寫</translation>
    </message>
    <message>
        <source>Show the set</source>
        <translation>顯示測試集</translation>
    </message>
    <message>
        <source>Kept in your own test set as a {label}.</source>
        <translation>已作為 {label} 保留到自己的測試集。</translation>
    </message>
    <message>
        <source>Delete from the own test set</source>
        <translation>從自己的測試集中刪除</translation>
    </message>
    <message>
        <source>Change what is meant</source>
        <translation>更改應為的類別</translation>
    </message>
</context>
<context>
    <name>OwnSet</name>
    <message>
        <source>{count} of 16 × 16 pixels as they are</source>
        <translation>{count} 個 16 × 16 像素的影像保持原樣</translation>
    </message>
    <message>
        <source>{count} of 28 × 28 averaged</source>
        <translation>{count} 個 28 × 28 的影像取平均</translation>
    </message>
    <message>
        <source>{count} scaled and centred like a drawing</source>
        <translation>{count} 個像手寫一樣縮放並置中</translation>
    </message>
    <message>
        <source>Images kept: {count}</source>
        <translation>保留的影像：{count} 個</translation>
    </message>
    <message>
        <source>Images kept: {count} ({how})</source>
        <translation>保留的影像：{count} 個（{how}）</translation>
    </message>
    <message>
        <source>Own test set</source>
        <translation>自己的測試集</translation>
    </message>
    <message>
        <source>Own test set: {count}, answers are being computed…</source>
        <translation>自己的測試集：{count} 個，正在計算判斷…</translation>
    </message>
    <message>
        <source>Own test set: {right} of {count} right, Σ Cⁿ = {total}</source>
        <translation>自己的測試集：{count} 個中 {right} 個正確，Σ Cⁿ = {total}</translation>
    </message>
    <message>
        <source>1 more is kept and not shown: these data are other pictures, or have not its class</source>
        <translation>另有 1 個已保留但未顯示：目前資料的圖片不同，或沒有它的類別</translation>
    </message>
    <message>
        <source>{count} more are kept and not shown: these data are other pictures, or have not their classes</source>
        <translation>另有 {count} 個已保留但未顯示：目前資料的圖片不同，或沒有它們的類別</translation>
    </message>
    <message>
        <source>filled corner: wrong before θ was edited, {wrong} of {count}; below it: class → answer</source>
        <translation>填滿的一角：θ 被手動修改之前判錯，{count} 個中 {wrong} 個；下方：類別 → 判斷</translation>
    </message>
    <message>
        <source>filled corner: wrong at update {update}, {wrong} of {count}; below it: class → answer</source>
        <translation>填滿的一角：第 {update} 次更新時判錯，{count} 個中 {wrong} 個；下方：類別 → 判斷</translation>
    </message>
    <message>
        <source>Kept: {count}, and none of them is shown: these data are other pictures, or have not their classes. They are shown again with data that they fit.</source>
        <translation>已保留 {count} 個，但都未顯示：目前資料的圖片不同，或沒有它們的類別。換成適合它們的資料時會重新顯示。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. A drawing is ink on 16 × 16 pixels, and these data are others.</source>
        <translation>還沒有保留任何樣本。手寫是 16 × 16 像素的墨跡，而目前資料不是。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Draw a digit, say which one you meant, and keep it; or import a folder of images. The network is never trained on them.</source>
        <translation>還沒有保留任何樣本。畫一個數字，說明你畫的是哪一個，然後保留它；或匯入一個影像資料夾。網路從不用它們訓練。</translation>
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
        <translation>手寫</translation>
    </message>
    <message>
        <source>Draw a digit: open or fold the panel</source>
        <translation>手寫一個數字：展開或收起面板</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The numbers of a neuron: open or fold the panel</source>
        <translation>一個神經元的數值：展開或收起面板</translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation>總損失 L</translation>
    </message>
    <message>
        <source>The curve of L: open or fold the panel</source>
        <translation>L 的曲線：展開或收起面板</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次訓練</translation>
    </message>
    <message>
        <source>The list of runs: open or fold the panel</source>
        <translation>各次訓練的清單：展開或收起面板</translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>set {symbol}</source>
        <translation>設 {symbol}</translation>
    </message>
    <message>
        <source>The weight w</source>
        <translation>權重 w</translation>
    </message>
    <message>
        <source>The bias b</source>
        <translation>偏權值 b</translation>
    </message>
    <message>
        <source>Type a number, or drag it to the left or right; the up and down keys step it</source>
        <translation>輸入一個數，或按住它左右拖曳；上、下鍵逐步增減</translation>
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
        <translation>從這次更新開始另一次訓練；原來的保留</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>從這裡分支</translation>
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
        <translation>圖中是較早的一次更新。引擎從它之前儲存的狀態重新算出了它；✓ 表示途中與當初訓練時記錄的總和檢查碼一致：每個位元都相同。現在改變什麼，就從這裡開始另一次訓練。</translation>
    </message>
    <message>
        <source>Branch {letter} here</source>
        <translation>{letter} 從這裡分支</translation>
    </message>
</context>
<context>
    <name>PatternPlot</name>
    <message>
        <source>Every pattern at the filter’s answer z</source>
        <translation>所有圖樣，按卷積核的回答 z 排列</translation>
    </message>
    <message>
        <source>A filter of the first layer looks at a few pixels, and each of them has ink or not: so there are only so many patterns that it can be shown. Each that occurs stands here at the answer z = Σ w + b over its ink; those of nearly the same z stand over each other, the most frequent lowest, and the more often one occurs in the training set, the stronger its colour. The bars below say how often each answer is given. Point at a pattern, or use the arrow keys, Home and End, to choose it.</source>
        <translation>第一層的卷積核只看幾個像素，每個像素要麼有墨、要麼無墨：所以它可能遇到的圖樣就那麼多。每種出現過的圖樣都按它的回答 z = Σ w + b（對有墨處求和）排列；z 相近的疊在一起，最常見的在最下面；在訓練集中出現得越多，顏色越濃。下面的條表示每種回答給出得有多頻繁。指向一種圖樣，或用方向鍵、Home 和 End 選擇它。</translation>
    </message>
</context>
<context>
    <name>Penalties</name>
    <message>
        <source>L1 and L2</source>
        <translation>L1 與 L2</translation>
    </message>
</context>
<context>
    <name>PhasePresenter</name>
    <message>
        <source>The phases of an update are shown in the network: Esc leads back to it.</source>
        <translation>更新的各個階段顯示在網路中：按 Esc 返回網路。</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>The network as it was on screen when this dialog opened: the same connections, the same moment. At 2 and 4 times every mark is drawn anew, and so is sharp. SVG consists of lines, circles and texts, for print and to be worked on.</source>
        <translation>開啟此對話方塊時螢幕上的網路：同樣的連接，同一時刻。2 倍和 4 倍時每個標記都重新繪製，因此清晰。SVG 由線條、圓和文字組成，可供印刷和再加工。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>類型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind and size of the picture</source>
        <translation>圖片的類型和大小</translation>
    </message>
    <message>
        <source>PNG, as on screen: {width} × {height} px</source>
        <translation>PNG，與螢幕相同：{width} × {height} 像素</translation>
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
        <translation>SVG：線條、圓和文字，任意大小</translation>
    </message>
    <message>
        <source>With a &amp;line under it: which run, which update</source>
        <translation>下方加一行(&amp;L)：哪次訓練、哪次更新</translation>
    </message>
    <message>
        <source>The view itself does not say it</source>
        <translation>畫面本身沒有寫明</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Back to the network (Esc)</source>
        <translation>回到網路（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>PinCards</name>
    <message>
        <source>What else is pinned</source>
        <translation>還固定著什麼</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Connection {before} → {after}, {gap}</source>
        <translation>連接 {before} → {after}，{gap}</translation>
    </message>
</context>
<context>
    <name>PlotTabs</name>
    <message>
        <source>Plots</source>
        <translation>曲線圖</translation>
    </message>
    <message>
        <source>Total loss L</source>
        <translation>總損失 L</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次訓練</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>What is chosen here is kept for the next time. Every choice is taken at once.</source>
        <translation>這裡的選擇會保留到下次，並且立即生效。</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>偏好設定的各頁</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或淺色</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>The language of every text</source>
        <translation>所有文字的語言</translation>
    </message>
    <message>
        <source>&amp;Size of type</source>
        <translation>字型大小(&amp;S)</translation>
    </message>
    <message>
        <source>Size of type, lines and spacing</source>
        <translation>文字、線條和間距的大小</translation>
    </message>
    <message>
        <source>&amp;Connections drawn</source>
        <translation>畫出的連接(&amp;C)</translation>
    </message>
    <message>
        <source>How many connections of each neuron are drawn, the strongest first</source>
        <translation>每個神經元畫出多少條連接，最強的優先</translation>
    </message>
    <message>
        <source>Every choice is taken at once, and kept for the next time.</source>
        <translation>每項選擇立即生效，並保留到下次。</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>預設設定</translation>
    </message>
    <message>
        <source>As Backlight came, keys too</source>
        <translation>恢復 Backlight 最初的設定，包括按鍵</translation>
    </message>
    <message>
        <source>Take changes back</source>
        <translation>撤回更改</translation>
    </message>
    <message>
        <source>As it was when this dialog opened</source>
        <translation>恢復到開啟此對話方塊時的樣子</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>&amp;Memory for the past, in MB</source>
        <translation>儲存過去所用的記憶體（MB）(&amp;M)</translation>
    </message>
    <message>
        <source>States of all runs are kept in it to go back to. With less, fewer are kept, at once: to show an earlier update again takes longer.</source>
        <translation>其中儲存各次訓練的狀態，以便回到過去。設得較小時，會立即少存一些狀態：再次顯示較早的更新需要更久。</translation>
    </message>
</context>
<context>
    <name>ProofPlot</name>
    <message>
        <source>C of the networks that were trained again, {updates} updates each</source>
        <translation>重新訓練的網路的 C，各更新 {updates} 次</translation>
    </message>
    <message>
        <source>C of the networks that were trained again, 1 update each</source>
        <translation>重新訓練的網路的 C，各更新 1 次</translation>
    </message>
    <message>
        <source>dashed: this network, {loss}</source>
        <translation>虛線：這個網路，{loss}</translation>
    </message>
    <message>
        <source>C of the networks that were trained again</source>
        <translation>重新訓練的各網路的 C</translation>
    </message>
</context>
<context>
    <name>PullGallery</name>
    <message>
        <source>The arrow keys choose one, which the network shows; Enter goes there.</source>
        <translation>用方向鍵選一個，網路就顯示它；按 Enter 回到網路。</translation>
    </message>
    <message>
        <source>Training examples that pulled the answer towards it</source>
        <translation>把回答拉向它的訓練樣本</translation>
    </message>
    <message>
        <source>Training examples that pulled the answer away from it</source>
        <translation>把回答拉離它的訓練樣本</translation>
    </message>
    <message>
        <source>The strongest come first. Below each picture stand its class and its influence Σ η ∇C·∇Cⁿ: by how much C of the shown example falls, to first order, where each of the named networks takes one step of plain gradient descent on this training example alone. The bars of both sides have one scale. A click shows the example in the network; Enter goes there.</source>
        <translation>最強的排在最前。每張圖下面是它的類別和影響 Σ η ∇C·∇Cⁿ：如果所列的每個網路只在這個訓練樣本上做一步普通的梯度下降，所示樣本的 C 在一階近似下會下降多少。兩邊的條用同一個尺度。點一下在網路中顯示這個樣本；按 Enter 回到網路。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>尋找於(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>按下快速鍵</translation>
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
        <translation>Σ 畫出的 / Σ 全部</translation>
    </message>
    <message>
        <source>mean ∂C/∂w of the batch, with L1 and L2</source>
        <translation>批次的平均 ∂C/∂w，含 L1 和 L2</translation>
    </message>
    <message>
        <source>the colour of each number</source>
        <translation>每個數的顏色</translation>
    </message>
    <message>
        <source>the number of full colour</source>
        <translation>最濃的顏色代表的數</translation>
    </message>
    <message>
        <source>a × 0, by dropout</source>
        <translation>a × 0（隨機丟棄）</translation>
    </message>
    <message>
        <source>slope f′(z) over the test set</source>
        <translation>測試集上的斜率 f′(z)</translation>
    </message>
    <message>
        <source>what the connection shows</source>
        <translation>該連接所表示的量</translation>
    </message>
    <message>
        <source>largest mean a, by class</source>
        <translation>平均 a 最大的類別</translation>
    </message>
    <message>
        <source>how many neurons</source>
        <translation>神經元個數</translation>
    </message>
    <message>
        <source>y for every x</source>
        <translation>每個 x 的 y</translation>
    </message>
    <message>
        <source>the class of the largest y</source>
        <translation>y 最大的類別</translation>
    </message>
    <message>
        <source>which window is visited</source>
        <translation>正在看哪個視窗</translation>
    </message>
    <message>
        <source>which cell its block passes on</source>
        <translation>塊中哪一格得以通過</translation>
    </message>
    <message>
        <source>what part is seen</source>
        <translation>看到的是哪一部分</translation>
    </message>
    <message>
        <source>which one is chosen</source>
        <translation>選取的是哪一個</translation>
    </message>
    <message>
        <source>number of the layer</source>
        <translation>層的序號</translation>
    </message>
    <message>
        <source>which example, ŷ</source>
        <translation>哪個樣本，ŷ</translation>
    </message>
    <message>
        <source>the numbers of a phase</source>
        <translation>這一階段的數</translation>
    </message>
    <message>
        <source>largest |δ| of the outputs</source>
        <translation>輸出中最大的 |δ|</translation>
    </message>
    <message>
        <source>the numbers of full colour and size</source>
        <translation>最濃的顏色與最大的尺寸各代表的數</translation>
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
        <translation>什麼時候……？</translation>
    </message>
    <message>
        <source>When was the test loss least?</source>
        <translation>測試損失何時最小？</translation>
    </message>
    <message>
        <source>When was L first under</source>
        <translation>L 何時第一次低於</translation>
    </message>
    <message>
        <source>A total loss L</source>
        <translation>一個總損失 L</translation>
    </message>
    <message>
        <source>Show the least test loss</source>
        <translation>顯示測試損失最小的時候</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>還沒有測量</translation>
    </message>
    <message>
        <source>Show where L was first under this number</source>
        <translation>顯示 L 第一次低於這個數的時候</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>跳到那裡</translation>
    </message>
    <message>
        <source>in the branch itself: {answer}</source>
        <translation>分支本身：{answer}</translation>
    </message>
    <message>
        <source>The first two: of the only update of this run at which L was measured. ✓: made again, with the same bits.</source>
        <translation>前兩個問題：只看這次訓練中唯一測量過 L 的那次更新。✓：重做過，每個位元都相同。</translation>
    </message>
    <message>
        <source>first under {number}: {answer}</source>
        <translation>首次低於 {number}：{answer}</translation>
    </message>
    <message>
        <source>The training’s process has ended: “Retry” starts it again.</source>
        <translation>訓練處理程序已結束：用「重試」重新啟動它。</translation>
    </message>
    <message>
        <source>Since when is this example right for good?</source>
        <translation>從何時起這個樣本一直判對？</translation>
    </message>
    <message>
        <source>Show since when this example is right</source>
        <translation>顯示這個樣本從何時起判對</translation>
    </message>
    <message>
        <source>When did this neuron die?</source>
        <translation>這個神經元何時失效？</translation>
    </message>
    <message>
        <source>Show where this neuron died</source>
        <translation>顯示這個神經元何時失效</translation>
    </message>
    <message>
        <source>When did this weight change its sign?</source>
        <translation>這個權重何時改變符號？</translation>
    </message>
    <message>
        <source>Show where this weight changed its sign</source>
        <translation>顯示這個權重何時改變符號</translation>
    </message>
    <message>
        <source>Which update changed θ most?</source>
        <translation>哪次更新對 θ 的改變最大？</translation>
    </message>
    <message>
        <source>Show the largest ‖Δθ‖</source>
        <translation>顯示最大的 ‖Δθ‖</translation>
    </message>
    <message>
        <source>Neuron that is asked about</source>
        <translation>所問的神經元</translation>
    </message>
    <message>
        <source>Weight that is asked about</source>
        <translation>所問的權重</translation>
    </message>
    <message>
        <source>What was pointed at last, and what is pinned</source>
        <translation>最近指到的，以及固定的</translation>
    </message>
    <message>
        <source>Change of sign to go to</source>
        <translation>要轉到的符號變化</translation>
    </message>
    <message>
        <source>The changes of sign, the last one first</source>
        <translation>符號的各次變化，最近的在前</translation>
    </message>
    <message>
        <source>The first two: of the updates of this run at which L was measured ({count}). ✓: made again, with the same bits.</source>
        <translation>前兩個問題：只看這次訓練中測量過 L 的 {count} 次更新。✓：重做過，每個位元都相同。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look no closer</source>
        <translation>不再細看</translation>
    </message>
    <message>
        <source>Point at a hidden neuron in the network, or pin it.</source>
        <translation>請在網路中指向一個隱藏層神經元，或把它固定。</translation>
    </message>
    <message>
        <source>Point at a connection in the network (with the keyboard: Shift and the arrow keys), or pin it.</source>
        <translation>請在網路中指向一條連接（用鍵盤：Shift 加方向鍵），或把它固定。</translation>
    </message>
    <message>
        <source>There are no classes to be right about.</source>
        <translation>沒有類別，也就沒有判對與否。</translation>
    </message>
    <message>
        <source>No class is known to be right for it.</source>
        <translation>不知道它的正確類別。</translation>
    </message>
    <message>
        <source>Only ReLU’s slope is 0 wherever z ≤ 0: with {activation} no neuron dies so.</source>
        <translation>只有 ReLU 在 z ≤ 0 處斜率都為 0：用 {activation} 時神經元不會這樣失效。</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 層</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>about {count} s</source>
        <translation>約 {count} 秒</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <translation>約 {count} 分鐘</translation>
    </message>
    <message>
        <source>about {count} h</source>
        <translation>約 {count} 小時</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>between updates {before} and {after}</source>
        <translation>第 {before} 次與第 {after} 次更新之間</translation>
    </message>
    <message>
        <source>{done} of {total} updates made again, {left} left</source>
        <translation>已重做 {done} / {total} 次更新，還需{left}</translation>
    </message>
    <message>
        <source>not now: the answer is wrong after update {update}</source>
        <translation>現在不是：第 {update} 次更新後判錯</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>從一開始</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>從{when}起</translation>
    </message>
    <message>
        <source>right at each of the {count} states looked at, from update 0 to {update}</source>
        <translation>從第 0 次到第 {update} 次更新，看過的 {count} 個狀態都答對</translation>
    </message>
    <message>
        <source>wrong after update {before}, right after update {after}</source>
        <translation>第 {before} 次更新後答錯，第 {after} 次更新後答對</translation>
    </message>
    <message>
        <source>dead since the beginning</source>
        <translation>從一開始就失效</translation>
    </message>
    <message>
        <source>states between: with {few} examples each</source>
        <translation>其間的狀態各用 {few} 個樣本</translation>
    </message>
    <message>
        <source>dead at each of the {count} states looked at, from update 0 to {update}</source>
        <translation>從第 0 次到第 {update} 次更新，看過的 {count} 個狀態都失效</translation>
    </message>
    <message>
        <source>not dead after update {before}, dead after update {after}</source>
        <translation>第 {before} 次更新後沒有失效，第 {after} 次更新後失效</translation>
    </message>
    <message>
        <source>changes of sign: {count}</source>
        <translation>符號改變次數：{count}</translation>
    </message>
    <message>
        <source>changes of sign: at least {count}</source>
        <translation>符號改變次數：至少 {count}</translation>
    </message>
    <message>
        <source>states looked at: {count}</source>
        <translation>看過的狀態：{count}</translation>
    </message>
    <message>
        <source>no change among the {count} states looked at, from update 0 to {update}</source>
        <translation>從第 0 次到第 {update} 次更新，看過的 {count} 個狀態之間沒有改變</translation>
    </message>
    <message>
        <source>never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>Exact update: {time}</source>
        <translation>確切的更新：{time}</translation>
    </message>
    <message>
        <source>Every update: {time}</source>
        <translation>每次更新：{time}</translation>
    </message>
    <message>
        <source>Makes all updates again that can change the answer, and looks after each</source>
        <translation>重做所有可能改變答案的更新，每次之後都看</translation>
    </message>
    <message>
        <source>looking closer</source>
        <translation>正在細查</translation>
    </message>
    <message>
        <source>the only update with an exact L</source>
        <translation>測得精確 L 的唯一一次更新</translation>
    </message>
    <message>
        <source>the {count} updates with an exact L</source>
        <translation>測得精確 L 的 {count} 次更新</translation>
    </message>
    <message>
        <source>{updates}, with the last edit after each</source>
        <translation>{updates}，看的是其後最後一次手動修改的結果</translation>
    </message>
    <message>
        <source>{answer}, of {updates}</source>
        <translation>{answer}（只看{updates}）</translation>
    </message>
    <message>
        <source>at none of {updates}</source>
        <translation>都沒有（只看{updates}）</translation>
    </message>
    <message>
        <source>not at {updates}</source>
        <translation>沒有（只看{updates}）</translation>
    </message>
    <message>
        <source>{done} of {total} updates made again</source>
        <translation>已重做 {done} / {total} 次更新</translation>
    </message>
    <message>
        <source>Update {update} is shown; what is found closer is shown next.</source>
        <translation>現在顯示第 {update} 次更新；細查的結果一找到就顯示。</translation>
    </message>
    <message>
        <source>wrong after update {before}, right after update {after} and after update {update}</source>
        <translation>第 {before} 次更新後答錯，第 {after} 次更新後和第 {update} 次更新後答對</translation>
    </message>
    <message>
        <source>wrong after update {before}, right after update {after} and at each of the {count} states looked at after that, up to update {update}</source>
        <translation>第 {before} 次更新後答錯，第 {after} 次更新後答對，此後到第 {update} 次更新為止看過的 {count} 個狀態也都答對</translation>
    </message>
    <message>
        <source>it is not dead: after update {update} z &gt; 0 for some test example</source>
        <translation>它沒有失效：第 {update} 次更新後有測試樣本使 z &gt; 0</translation>
    </message>
    <message>
        <source>not dead after update {before}, dead after update {after} and after update {update}</source>
        <translation>第 {before} 次更新後沒有失效，第 {after} 次更新後和第 {update} 次更新後失效</translation>
    </message>
    <message>
        <source>not dead after update {before}, dead after update {after} and at each of the {count} states looked at after that, up to update {update}</source>
        <translation>第 {before} 次更新後沒有失效，第 {after} 次更新後失效，此後到第 {update} 次更新為止看過的 {count} 個狀態也都失效</translation>
    </message>
    <message>
        <source>z ≤ 0 for each of {count} test examples, then and after update {update}</source>
        <translation>當時和第 {update} 次更新後，所看的 {count} 個測試樣本的 z 都 ≤ 0</translation>
    </message>
    <message>
        <source>z ≤ 0 for 1 test example, then and after update {update}</source>
        <translation>當時和第 {update} 次更新後，所看的 1 個測試樣本的 z 都 ≤ 0</translation>
    </message>
    <message>
        <source>after update {update}: w = {value}</source>
        <translation>第 {update} 次更新後：w = {value}</translation>
    </message>
    <message>
        <source>not yet, at update {update}</source>
        <translation>到第 {update} 次更新為止還沒有</translation>
    </message>
    <message>
        <source>update {update}: ‖Δθ‖ = {norm} · every update up to {last} was looked at</source>
        <translation>第 {update} 次更新：‖Δθ‖ = {norm} · 到第 {last} 次為止，每次更新都看過</translation>
    </message>
    <message>
        <source>Makes the updates between two states looked at again, and looks after each</source>
        <translation>重做看過的兩個狀態之間的更新，每次之後都看</translation>
    </message>
    <message>
        <source>{count} updates</source>
        <translation>{count} 次更新</translation>
    </message>
    <message>
        <source>every update up to {update} was looked at</source>
        <translation>到第 {update} 次為止，每次更新都看過</translation>
    </message>
    <message>
        <source>every update up to {update} was looked at, with the last edit after each</source>
        <translation>到第 {update} 次為止，每次更新都看過，看的是其後最後一次手動修改的結果</translation>
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
        <translation>移動後的數字的準確率</translation>
    </message>
    <message>
        <source>Accuracy on moved digits</source>
        <translation>移動後的數字的準確率</translation>
    </message>
    <message>
        <source>The share of test digits that each network answers right, where they stand and where they are moved by one or two pixels. Each point was measured by the engine of all three networks at one update.</source>
        <translation>每個網路答對的測試數字所佔的比例：在原位，以及移動一個或兩個像素後。每個點都由引擎在同一次更新時對三個網路測得。</translation>
    </message>
</context>
<context>
    <name>RacePanel</name>
    <message>
        <source>Begin anew</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Three more runs from the same start</source>
        <translation>從同一起點再開始三次訓練</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Train no further; the exact L of here follows</source>
        <translation>不再訓練；隨後給出此處精確的 L</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Train the three on, if all stand at the same batch</source>
        <translation>若三者處在同一批次，就一起繼續訓練</translation>
    </message>
    <message>
        <source>Train the three on</source>
        <translation>繼續訓練這三個網路</translation>
    </message>
    <message>
        <source>Train the three</source>
        <translation>訓練這三個</translation>
    </message>
    <message>
        <source>Begin three runs from the same start, and train them together</source>
        <translation>從同一起點開始三次訓練，並一起進行</translation>
    </message>
    <message>
        <source>The race of the three</source>
        <translation>三者的比賽</translation>
    </message>
    <message>
        <source>{optimizer}, η = {rate}, batch {batch}</source>
        <translation>{optimizer}，η = {rate}，批次 {batch}</translation>
    </message>
    <message>
        <source>All three begin as the same function, and are trained on the same batches: {settings}.</source>
        <translation>三者以同一個函數開始，並用相同的批次訓練：{settings}。</translation>
    </message>
    <message>
        <source>All three begin as the same function, and are trained on the same batches, but not alike – {settings}.</source>
        <translation>三者以同一個函數開始，並用相同的批次訓練，但設定不同——{settings}。</translation>
    </message>
    <message>
        <source>Optimizer, η, batch and other settings of the training that you change are changed for all three.</source>
        <translation>更改最佳化器、η、批次及其他訓練設定，對三者同時生效。</translation>
    </message>
    <message>
        <source>The race ends at update {updates}; Run goes on.</source>
        <translation>比賽在第 {updates} 次更新結束；「執行」可以繼續。</translation>
    </message>
    <message>
        <source>They are runs of their own: your network stays as it is.</source>
        <translation>它們是單獨的訓練：你的網路保持原樣。</translation>
    </message>
    <message>
        <source>All have the same settings: {settings}.</source>
        <translation>三者的設定相同：{settings}。</translation>
    </message>
    <message>
        <source>Their settings differ – {settings}.</source>
        <translation>三者的設定不同——{settings}。</translation>
    </message>
    <message>
        <source>The three are not trained together any more.</source>
        <translation>三者已不再一起訓練。</translation>
    </message>
    <message>
        <source>“Run” trains them on together if all stand at the same batch, else none of them; “Begin anew” trains three from their start.</source>
        <translation>若三者處在同一批次，「執行」會一起繼續訓練，否則一個也不訓練；「重新開始」從它們的起點再訓練三個。</translation>
    </message>
    <message>
        <source>“{name}” had batches of another size.</source>
        <translation>「{name}」的批次大小不同。</translation>
    </message>
    <message>
        <source>“{name}” stood at another batch.</source>
        <translation>「{name}」處在另一個批次。</translation>
    </message>
    <message>
        <source>“{name}” has diverged.</source>
        <translation>「{name}」已發散。</translation>
    </message>
    <message>
        <source>They were not trained alike from the start: nothing is marked as the best.</source>
        <translation>三者並非從起點就以相同方式訓練：不標出最好的。</translation>
    </message>
    <message>
        <source>Settings were changed on the way, in all three alike.</source>
        <translation>途中更改過設定，三者相同。</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>The three networks</source>
        <translation>三個網路</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>最近開啟的檔案</translation>
    </message>
</context>
<context>
    <name>ReportPresenter</name>
    <message>
        <source>Versions, settings and the end of the log are on the clipboard: paste them into your report.</source>
        <translation>版本、設定和記錄檔末尾已在剪貼簿中：請貼到你的報告裡。</translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>edited by hand, last at update {update}</source>
        <translation>手動修改過，最近一次在第 {update} 次更新後</translation>
    </message>
    <message>
        <source>edited by hand at update {update}</source>
        <translation>第 {update} 次更新後手動修改過</translation>
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
        <translation>用 {train} 個樣本訓練新網路，另有 {test} 個用於測試；輸入：{inputs}。</translation>
    </message>
    <message>
        <source>A new network on {train} examples, {test} more for the test; inputs: {inputs}, classes: {classes}.</source>
        <translation>用 {train} 個樣本訓練新網路，另有 {test} 個用於測試；輸入：{inputs}，類別：{classes}。</translation>
    </message>
    <message>
        <source>A new network on 1 example, {test} more for the test; inputs: {inputs}, classes: {classes}.</source>
        <translation>用 1 個樣本訓練新網路，另有 {test} 個用於測試；輸入：{inputs}，類別：{classes}。</translation>
    </message>
    <message>
        <source>A new network on 1 example, {test} more for the test; inputs: {inputs}.</source>
        <translation>用 1 個樣本訓練新網路，另有 {test} 個用於測試；輸入：{inputs}。</translation>
    </message>
    <message>
        <source>Columns that are one number in all training examples, and so tell nothing: {count} of {inputs}.</source>
        <translation>{inputs} 欄中有 {count} 欄在所有訓練樣本中都是同一個數，因此不含任何資訊。</translation>
    </message>
    <message>
        <source>Its layers for pictures did not fit these data: it has the default dense ones now.</source>
        <translation>網路中讀取影像的層不適合這些資料：現在換成預設的全連接層。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. Training is paused.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位。訓練已暫停。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write, which it would not be with the weight as it was before it was set by hand. Training is paused: set the weight back, or rewind.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位；如果權重還是手動設定之前的值，就不會溢位。訓練已暫停：請改回該權重，或回到起點。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write, and is so with the initial weights, too, before any update: they are too large for this network. Begin with smaller ones: Function set, More.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位；用初始權重、不做任何更新，也同樣溢位：初始權重對這個網路太大。請在「函數集」的「更多」中選擇小一些的初始權重。</translation>
    </message>
    <message>
        <source>Update {update}: {what} is too large to write, so no update was made: the initial weights are too large for this network. Begin with smaller ones: Function set, More.</source>
        <translation>第 {update} 次更新：{what}數值溢位，因此沒有進行任何更新：初始權重對這個網路太大。請在「函數集」的「更多」中選擇小一些的初始權重。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} without what was set by hand, it can be made, and so can {more} more. Training is paused; rewind, or begin a run from an update before.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位。{again}，去掉手動設定的參數，這次更新可以進行，之後的 {more} 次也可以。訓練已暫停；請回到起點，或從之前的某次更新開始新的訓練。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. What has made it so was not found. Training is paused; rewind, or begin a run from an update before.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位。沒有查明原因。訓練已暫停；請回到起點，或從之前的某次更新開始新的訓練。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} at a learning rate of {held}, which was up to {value}, it can be made, and so can {more} more. Training is paused; rewind, and keep it smaller.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位。{again}，學習率始終為 {held}（原來最大為 {value}），這次更新可以進行，之後的 {more} 次也可以。訓練已暫停；請回到起點，並用小一些的學習率。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} at a learning rate that moves nothing, it can be made: that of {value} is too high for these weights. Training is paused; rewind, then take a smaller rate.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位。{again}，用不改變參數的極小學習率，這次更新可以進行：對這些權重，學習率 {value} 太高。訓練已暫停；請回到起點，然後用小一些的學習率。</translation>
    </message>
    <message>
        <source>Update {update}: {what} is too large to write: the learning rate of {value} is too high for this network. Training is paused; rewind, then take a smaller rate.</source>
        <translation>第 {update} 次更新：{what}數值溢位：學習率 {value} 對這個網路太高。訓練已暫停；請回到起點，然後用小一些的學習率。</translation>
    </message>
    <message>
        <source>Update {update} was not made: {what} is too large to write. {again} without {penalty}, which was up to {value}, it can be made, and so can {more} more. Training is paused; rewind, and keep it smaller.</source>
        <translation>第 {update} 次更新沒有進行：{what}數值溢位。{again}，去掉 {penalty}（原來最大為 {value}），這次更新可以進行，之後的 {more} 次也可以。訓練已暫停；請回到起點，並使它小一些。</translation>
    </message>
    <message>
        <source>Made again from the beginning</source>
        <translation>從頭重新訓練</translation>
    </message>
    <message>
        <source>Made again from update {since} on</source>
        <translation>從第 {since} 次更新起重新訓練</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>權重衰減</translation>
    </message>
    <message>
        <source>the optimizer’s running sum of gradients</source>
        <translation>最佳化器累積的梯度之和</translation>
    </message>
    <message>
        <source>a C of its batch</source>
        <translation>批次中某個樣本的 C</translation>
    </message>
    <message>
        <source>the gradient of its batch</source>
        <translation>批次的梯度</translation>
    </message>
    <message>
        <source>a parameter after it</source>
        <translation>更新後的一個參數</translation>
    </message>
    <message>
        <source>Stopped early, at update {update}: of the ends of epochs since update {since}, the test loss was least at update {best}. Space goes on.</source>
        <translation>已在第 {update} 次更新提早停止：從第 {since} 次更新起，在各輪次結束時的測試損失中，第 {best} 次更新時的最小。按空白鍵繼續。</translation>
    </message>
    <message>
        <source>All three of the race have this setting now.</source>
        <translation>比賽中的三者現在都用這一設定。</translation>
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
        <translation>η 保持不變。</translation>
    </message>
    <message>
        <source>So it is for all three of the race.</source>
        <translation>比賽中的三者都是如此。</translation>
    </message>
    <message>
        <source>The training’s process has ended. Another one goes on from update {update}, which was saved last.</source>
        <translation>訓練處理程序已結束。新的處理程序從第 {update} 次更新（最近一次儲存）繼續。</translation>
    </message>
    <message>
        <source>The training’s process has ended again. Another one goes on from update {update}, which was saved last, without what was asked for since: that may have ended it. If you wish, ask for it again.</source>
        <translation>訓練處理程序又結束了。新的處理程序從最近儲存的第 {update} 次更新繼續；此後最先要求的操作可能正是原因，因此沒有執行。如有需要，請再操作一次。</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回到起點</translation>
    </message>
    <message>
        <source>Back at the same initial weights, update 0.</source>
        <translation>回到同樣的初始權重，第 0 次更新。</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的初始權重</translation>
    </message>
    <message>
        <source>New initial weights, seed {seed}.</source>
        <translation>新的初始權重，種子 {seed}。</translation>
    </message>
    <message>
        <source>A new network. Its outputs are any numbers, so C is the squared error now.</source>
        <translation>新的網路。它的輸出是任意數，所以 C 現在是平方誤差。</translation>
    </message>
    <message>
        <source>Change the initial weights</source>
        <translation>更改初始權重</translation>
    </message>
    <message>
        <source>A new start in the same function set. The old network is kept.</source>
        <translation>同一個函數集裡的新起點。原來的網路已保留。</translation>
    </message>
    <message>
        <source>Change the structure</source>
        <translation>改變結構</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>更換資料</translation>
    </message>
    <message>
        <source>A new network: another function set, another start. The old one is kept.</source>
        <translation>新的網路：另一個函數集，另一個起點。原來的網路已保留。</translation>
    </message>
    <message>
        <source>Settings that suit it</source>
        <translation>適合它的設定</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>更換損失</translation>
    </message>
    <message>
        <source>Another loss: begun again at the same initial weights. The old network is kept.</source>
        <translation>換了損失：從相同的初始權重重新開始。原來的網路已保留。</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>更改設定</translation>
    </message>
    <message>
        <source>The learning rate η comes with it: {before} → {after}.</source>
        <translation>學習率 η 隨之改變：{before} → {after}。</translation>
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
        <translation>已暫停：換成了另一個網路。按空白鍵訓練它。</translation>
    </message>
    <message>
        <source>No ink was found in {blank} of the {train} pictures: a drawing must be darker, or brighter, than its edge.</source>
        <translation>{train} 張影像中有 {blank} 張沒有發現墨跡：圖案必須比影像邊緣更暗或更亮。</translation>
    </message>
    <message>
        <source>{message} Paused: Space trains it.</source>
        <translation>{message}已暫停：按空白鍵訓練它。</translation>
    </message>
    <message>
        <source>Stopped early, at update {update}: of the ends of epochs, the test loss was least at update {best}. Space goes on.</source>
        <translation>已在第 {update} 次更新提早停止：在各輪次結束時的測試損失中，第 {best} 次更新時的最小。按空白鍵繼續。</translation>
    </message>
    <message>
        <source>A new run begins with the weights of {name}: {sizes}.</source>
        <translation>新的訓練從 {name} 的權重開始：{sizes}。</translation>
    </message>
    <message>
        <source>The file does not name the activation of its output: {output} is assumed.</source>
        <translation>檔案沒有說明輸出層的活化函數：假定為 {output}。</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>開啟權重</translation>
    </message>
    <message>
        <source>A run of its own from update {update} on. The old one is kept.</source>
        <translation>從第 {update} 次更新起是另一次訓練。原來的保留。</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Show another run</source>
        <translation>顯示另一次訓練</translation>
    </message>
</context>
<context>
    <name>RunTree</name>
    <message>
        <source>Hidden: it is in this list only.</source>
        <translation>已隱藏：只出現在這個清單裡。</translation>
    </message>
    <message>
        <source>Other examples or another loss: its L is no number to be put beside this one’s.</source>
        <translation>樣本或損失不同：它的 L 不能與這一次的 L 放在一起比較。</translation>
    </message>
    <message>
        <source>{run}, on screen</source>
        <translation>{run}，正在顯示</translation>
    </message>
    <message>
        <source>{run}, hidden</source>
        <translation>{run}，已隱藏</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>取消隱藏</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次訓練</translation>
    </message>
    <message>
        <source>Every run under the one that it branches from, called by what differs in it. A check puts its curve into the plot of L, up to eight at once, each with its dash (V). Enter shows a run, F2 renames it, H hides it, Delete deletes it; Undo brings it back. The menu shows a run beside the one on screen, and asks whether the two are the same solution.</source>
        <translation>每次訓練列在它從中分支出來的訓練之下，以不同之處命名。勾選即把它的曲線放入 L 的圖中，最多八條，各有自己的線型（V）。Enter 顯示一次訓練，F2 重新命名，H 隱藏，Delete 刪除；復原可恢復。選單可把一次訓練顯示在螢幕上的訓練旁邊，也可檢驗二者是不是同一個解。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Least of test curve</source>
        <translation>測試曲線 最小值</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之處</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次數</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Training right</source>
        <translation>訓練集 正確</translation>
    </message>
    <message>
        <source>Test right</source>
        <translation>測試集 正確</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>顯示這次訓練</translation>
    </message>
    <message>
        <source>Curve in the plot</source>
        <translation>曲線圖中的曲線</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Two solutions? Compare with the run on screen</source>
        <translation>兩個不同的解嗎？與螢幕上的訓練比較</translation>
    </message>
    <message>
        <source>{total} at {update}</source>
        <translation>{total}（第 {update} 次）</translation>
    </message>
    <message>
        <source>Show it beside this one</source>
        <translation>顯示在旁邊</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>這次訓練的名稱</translation>
    </message>
</context>
<context>
    <name>RunTreePresenter</name>
    <message>
        <source>Rename a run</source>
        <translation>重新命名一次訓練</translation>
    </message>
    <message>
        <source>The run on screen cannot be hidden: show another one first.</source>
        <translation>正在顯示的訓練不能隱藏：請先顯示另一次訓練。</translation>
    </message>
    <message>
        <source>Hide a run</source>
        <translation>隱藏一次訓練</translation>
    </message>
    <message>
        <source>Show a hidden run</source>
        <translation>顯示隱藏的訓練</translation>
    </message>
    <message>
        <source>hidden: {run}</source>
        <translation>已隱藏：{run}</translation>
    </message>
    <message>
        <source>no longer hidden: {run}</source>
        <translation>不再隱藏：{run}</translation>
    </message>
    <message>
        <source>Eight curves are in the plot: no more can be told apart by their dashes.</source>
        <translation>曲線圖中已有八條曲線：再多就無法用虛線區分了。</translation>
    </message>
    <message>
        <source>curve in the plot: {run}</source>
        <translation>曲線已放入曲線圖：{run}</translation>
    </message>
    <message>
        <source>curve taken away: {run}</source>
        <translation>曲線已從曲線圖移除：{run}</translation>
    </message>
    <message>
        <source>The curve of the run on screen is always in the plot.</source>
        <translation>正在顯示的訓練，其曲線始終在曲線圖中。</translation>
    </message>
    <message>
        <source>A hidden run has no curve in the plot: H shows the run again.</source>
        <translation>已隱藏的訓練在曲線圖中沒有曲線：按 H 可重新顯示它。</translation>
    </message>
    <message>
        <source>L of this run is of other examples, or by another loss: its curve is not drawn beside this one.</source>
        <translation>這次訓練的 L 屬於別的樣本，或用的是另一種損失：它的曲線不與正在顯示的曲線畫在一起。</translation>
    </message>
    <message>
        <source>This is the only run; it stays.</source>
        <translation>這是唯一的一次訓練，予以保留。</translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation>刪除一次訓練</translation>
    </message>
    <message>
        <source>Deleted: {run}</source>
        <translation>已刪除：{run}</translation>
    </message>
</context>
<context>
    <name>SeenWords</name>
    <message>
        <source>Each C as last seen</source>
        <translation>最近所見的每個 C</translation>
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
        <translation>最近所見，截至第 {update} 次更新</translation>
    </message>
    <message>
        <source>as last seen, updates {first} to {last}</source>
        <translation>最近所見，更新 {first} 至 {last}</translation>
    </message>
    <message>
        <source>hatched: {count} last seen after update {update}, so not known there</source>
        <translation>斜線：{count} 個最近一次出現在第 {update} 次更新之後，因此那時的值未知</translation>
    </message>
    <message>
        <source>hatched: {count}, what batches said is recorded from update {first} on</source>
        <translation>斜線：{count} 個，從第 {first} 次更新起才記錄批次的結果</translation>
    </message>
    <message>
        <source>hatched: {count} in no batch yet: train to see them</source>
        <translation>斜線：{count} 個尚未出現在任何批次中：訓練後即可看到</translation>
    </message>
    <message>
        <source>hatched: {count} in no batch of updates {first} to {last}</source>
        <translation>斜線：{count} 個未出現在更新 {first} 至 {last} 的任何批次中</translation>
    </message>
    <message>
        <source>hatched: {count} last seen with another loss</source>
        <translation>斜線：{count} 個最近所見時用的是另一種損失</translation>
    </message>
    <message>
        <source>filled corner: wrong when last seen, {wrong} of {count}</source>
        <translation>實心角：最近所見時答錯，{count} 個中有 {wrong} 個</translation>
    </message>
    <message>
        <source>full shade: wrong when last seen, {wrong} of {count}</source>
        <translation>最醒目的點：最近所見時答錯，{count} 個中有 {wrong} 個</translation>
    </message>
    <message>
        <source>all were in one batch: each C is of the same θ</source>
        <translation>全部樣本在同一個批次中：每個 C 屬於同一個 θ</translation>
    </message>
    <message>
        <source>each C is of the θ before its own update, so their sum is not L</source>
        <translation>每個 C 屬於各自更新之前的 θ，所以它們的和不是 L</translation>
    </message>
    <message>
        <source>answers with dropout in force</source>
        <translation>回答時隨機丟棄生效</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未見</translation>
    </message>
    <message>
        <source>wrong when last seen</source>
        <translation>最近所見時答錯</translation>
    </message>
    <message>
        <source>right when last seen</source>
        <translation>最近所見時正確</translation>
    </message>
    <message>
        <source>C as last seen is not known here.</source>
        <translation>這裡不知道最近所見的 C。</translation>
    </message>
    <message>
        <source>C = −ln y = {loss},  {y}, as last seen at update {update} (before that update)</source>
        <translation>C = −ln y = {loss}，{y}，最近所見於第 {update} 次更新（更新之前）</translation>
    </message>
    <message>
        <source>C = {loss}, as last seen at update {update} (before that update)</source>
        <translation>C = {loss}，最近所見於第 {update} 次更新（更新之前）</translation>
    </message>
    <message>
        <source>number {rank} of {count} seen by C, the largest first</source>
        <translation>按 C 從大到小，在 {count} 個所見樣本中排第 {rank}</translation>
    </message>
    <message>
        <source>All y, and y over the run: exact only</source>
        <translation>全部 y 與 y 的變化：僅有精確值時顯示</translation>
    </message>
    <message>
        <source>shares of L: exact only</source>
        <translation>佔 L 的份額：僅限精確值</translation>
    </message>
    <message>
        <source>shares of L: exact only; these C are of different θ</source>
        <translation>佔 L 的份額：僅限精確值；這些 C 屬於不同的 θ</translation>
    </message>
    <message>
        <source>{moment}: {count} of {all} examples</source>
        <translation>{moment}：{all} 個樣本中的 {count} 個</translation>
    </message>
    <message>
        <source>Only examples of the training set are ever in a batch</source>
        <translation>只有訓練集的樣本才會出現在批次中</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>What is selected</source>
        <translation>選取了什麼</translation>
    </message>
    <message>
        <source>Select no example any more (Esc)</source>
        <translation>不再選取任何樣本（Esc）</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>全部取消選取</translation>
    </message>
    <message>
        <source>Se&amp;lect these</source>
        <translation>選取這些(&amp;L)</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>框選(&amp;L)</translation>
    </message>
    <message>
        <source>Select the examples of the chosen cell, row or column</source>
        <translation>選取所選格子、列或欄的樣本</translation>
    </message>
    <message>
        <source>A drag over the wall selects what it frames, as with Shift; off, it moves the wall</source>
        <translation>在牆上拖曳會選取框內的樣本，與按住 Shift 一樣；關閉時，拖曳移動牆</translation>
    </message>
</context>
<context>
    <name>SelectionPresenter</name>
    <message>
        <source>No example is selected any more.</source>
        <translation>不再選取任何樣本。</translation>
    </message>
</context>
<context>
    <name>SelectionWords</name>
    <message>
        <source>1 digit selected</source>
        <translation>選取 1 個數字</translation>
    </message>
    <message>
        <source>1 example selected</source>
        <translation>選取 1 個樣本</translation>
    </message>
    <message>
        <source>{count} digits selected</source>
        <translation>選取 {count} 個數字</translation>
    </message>
    <message>
        <source>{count} examples selected</source>
        <translation>選取 {count} 個樣本</translation>
    </message>
    <message>
        <source>{share} of Σ C</source>
        <translation>佔 Σ C 的 {share}</translation>
    </message>
    <message>
        <source>{share} of L</source>
        <translation>佔 L 的 {share}</translation>
    </message>
    <message>
        <source>{selected}: {whole}, exact at update {update}</source>
        <translation>{selected}：{whole}，更新 {update} 時的精確值</translation>
    </message>
    <message>
        <source>{selected}: {whole}, {right} right, exact at update {update}</source>
        <translation>{selected}：{whole}，{right} 正確，更新 {update} 時的精確值</translation>
    </message>
    <message>
        <source>{selected}: {seen} of them seen; their share of L: exact only</source>
        <translation>{selected}：其中 {seen} 個已見；佔 L 的份額：僅限精確值</translation>
    </message>
    <message>
        <source>a bar in a cell: the share of it that is selected; a bracket: a selected one</source>
        <translation>格子中的條：其中選取的比例；角括線：選取的樣本</translation>
    </message>
    <message>
        <source>a line is around the cells that have a selected one</source>
        <translation>含有所選樣本的格子以線圍住</translation>
    </message>
    <message>
        <source>all others are veiled; close up, a bracket marks the selected ones</source>
        <translation>其餘的被遮暗；放大後，角括線標出選取的樣本</translation>
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
        <translation>開啟</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存新檔</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>The curves in {name} can’t be read; everything else is as it was.</source>
        <translation>{name} 中的曲線無法讀取；其餘一切如初。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>{name} could not be saved. {reason}</source>
        <translation>無法儲存 {name}。{reason}</translation>
    </message>
    <message>
        <source>{name} could not be opened. {reason}</source>
        <translation>無法開啟 {name}。{reason}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>仍然替換</translation>
    </message>
    <message>
        <source>Backlight’s sessions</source>
        <translation>Backlight 工作階段檔案</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
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
        <translation>{name} 未儲存：若檔案已存在，其中的內容保持原樣。</translation>
    </message>
    <message>
        <source>{name} was not opened: everything is as it was.</source>
        <translation>{name} 未開啟：一切保持原樣。</translation>
    </message>
    <message>
        <source>Saving {name}… waits for the training’s process, which has not answered yet.</source>
        <translation>正在儲存 {name}… 正在等待訓練處理程序，它尚未回應。</translation>
    </message>
    <message>
        <source>Opening {name}… waits for the training’s process, which has not answered yet.</source>
        <translation>正在開啟 {name}… 正在等待訓練處理程序，它尚未回應。</translation>
    </message>
    <message>
        <source>Saving {name}… The training waits meanwhile.</source>
        <translation>正在儲存 {name}… 訓練在此期間暫停等待。</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>正在儲存 {name}…</translation>
    </message>
    <message>
        <source>{name} may not have been saved: the training’s process has ended meanwhile. Save it again.</source>
        <translation>{name} 可能沒有儲存好：訓練處理程序在此期間結束了。請重新儲存。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
    <message>
        <source>{name} was not opened: the training’s process has ended meanwhile.</source>
        <translation>{name} 未開啟：訓練處理程序在此期間結束了。</translation>
    </message>
</context>
<context>
    <name>SessionRefusal</name>
    <message>
        <source>It is not there: choose a file that is there.</source>
        <translation>檔案不存在：請選擇存在的檔案。</translation>
    </message>
    <message>
        <source>It may not be read: choose a file that you may read.</source>
        <translation>沒有讀取權限：請選擇可以讀取的檔案。</translation>
    </message>
    <message>
        <source>It is no ordinary file: choose a file.</source>
        <translation>它不是普通檔案：請選擇一個檔案。</translation>
    </message>
    <message>
        <source>It could not be read ({reason}): try again, or choose another file.</source>
        <translation>無法讀取（{reason}）：請重試，或選擇其他檔案。</translation>
    </message>
    <message>
        <source>It has {count} bytes, or would have them: a session has {limit} at most.</source>
        <translation>它有（或將有）{count} 位元組：工作階段檔案最多 {limit} 位元組。</translation>
    </message>
    <message>
        <source>It is no session that Backlight has saved: choose one, or open it as data.</source>
        <translation>它不是 Backlight 儲存的工作階段檔案：請另選一個，或把它作為資料開啟。</translation>
    </message>
    <message>
        <source>It is damaged ({reason}): take another copy of it.</source>
        <translation>檔案已損壞（{reason}）：請使用它的另一份副本。</translation>
    </message>
    <message>
        <source>It is of version {version}, which this Backlight does not know: open it with a newer one.</source>
        <translation>它的版本是 {version}，這個 Backlight 不認識：請用更新的版本開啟。</translation>
    </message>
    <message>
        <source>{where} has {field}, which this Backlight does not know: open it with the one that saved it.</source>
        <translation>{where} 中有 {field}，這個 Backlight 不認識：請用儲存它的版本開啟。</translation>
    </message>
    <message>
        <source>{where} has no {field}: take another copy of the file.</source>
        <translation>{where} 中缺少 {field}：請使用檔案的另一份副本。</translation>
    </message>
    <message>
        <source>{where} holds what it can&apos;t be ({reason}): take another copy of the file.</source>
        <translation>{where} 中的內容不可能成立（{reason}）：請使用檔案的另一份副本。</translation>
    </message>
    <message>
        <source>Run {run} does not fit its examples or its network ({reason}): take another copy of the file.</source>
        <translation>訓練 {run} 與它的樣本或網路不符（{reason}）：請使用檔案的另一份副本。</translation>
    </message>
    <message>
        <source>Its examples are not at {path} any more: put them back there.</source>
        <translation>它的樣本已不在 {path}：請把樣本放回原處。</translation>
    </message>
    <message>
        <source>Its examples could not be read: {reason}</source>
        <translation>無法讀取它的樣本：{reason}</translation>
    </message>
    <message>
        <source>The examples in {path} are not those it was trained on: put the old ones back there.</source>
        <translation>{path} 中的樣本不是訓練時所用的：請把原來的樣本放回去。</translation>
    </message>
    <message>
        <source>There is no space left on its disk: choose another place, or make room.</source>
        <translation>磁碟空間已滿：請另選位置，或騰出空間。</translation>
    </message>
    <message>
        <source>It was saved by another window since it was opened or saved here: save it as another file.</source>
        <translation>自從在這裡開啟或儲存之後，另一個視窗又儲存過它：請另存為其他檔案。</translation>
    </message>
    <message>
        <source>The examples are read from it: save it as another file.</source>
        <translation>樣本就是從這個檔案讀取的：請另存為別的檔案。</translation>
    </message>
    <message>
        <source>It may not be written there: choose another place or name.</source>
        <translation>沒有寫入權限：請另選位置或檔名。</translation>
    </message>
    <message>
        <source>Its folder is not there: choose another place.</source>
        <translation>它的資料夾不存在：請另選位置。</translation>
    </message>
    <message>
        <source>Its name is too long: choose a shorter one.</source>
        <translation>檔名太長：請換一個較短的。</translation>
    </message>
    <message>
        <source>It could not be written ({reason}): choose another place or name.</source>
        <translation>無法寫入（{reason}）：請另選位置或檔名。</translation>
    </message>
</context>
<context>
    <name>SettingExplanations</name>
    <message>
        <source>Takes this hidden layer out. The new network begins with new weights; Undo brings the old one back as it was.</source>
        <translation>去掉這個隱藏層。新網路從新的權重開始；復原可以原樣恢復舊網路。</translation>
    </message>
    <message>
        <source>What the last layer makes of its sums z. Softmax turns them into numbers between 0 and 1 whose sum is 1, one for each class. Plain outputs can be any number, for curves.</source>
        <translation>最後一層如何處理它的加權和 z。Softmax 把它們變成 0 到 1 之間、總和為 1 的數，每個類別一個。恆等輸出可以是任何數，用於曲線。</translation>
    </message>
    <message>
        <source>How the weights of update 0 are drawn. Where they are too small, signal and gradient fade from layer to layer; where they are too large, they explode. He&apos;s and Glorot&apos;s rules choose a size by the number of connections of a layer.</source>
        <translation>第 0 次更新時的權重如何隨機產生。太小，訊號和梯度會逐層消失；太大，則會爆炸。He 和 Glorot 的方法根據一層的連接數來選擇大小。</translation>
    </message>
    <message>
        <source>The first weights of residual layers are multiplied by this. Near 0 such a layer begins by passing on its input as it is.</source>
        <translation>殘差層的初始權重要乘以這個數。接近 0 時，這樣的層一開始只是原樣傳遞輸入。</translation>
    </message>
    <message>
        <source>The number from which all chance comes: the first weights and the order of the examples. The same seed gives the same training again, to the last digit.</source>
        <translation>一切隨機性的來源：初始權重和樣本的順序。種子相同，訓練過程就完全相同，直到最後一位數字。</translation>
    </message>
    <message>
        <source>Begins again from other first weights, in the same function set. The search may end elsewhere: compare the curves of L.</source>
        <translation>在同一個函數集中，從另一組初始權重重新開始。搜尋可能停在別處：比較一下 L 的曲線。</translation>
    </message>
    <message>
        <source>The examples that the network learns from: L is the sum of C over all of them. Other digits, points in the plane, curves or your own files can be chosen here; a new network begins.</source>
        <translation>網路學習的樣本：L 是它們的 C 之和。這裡可以選擇其他數字、平面上的點、曲線或你自己的檔案；會開始一個新的網路。</translation>
    </message>
    <message>
        <source>Adds λ₁ Σ|w| to the mean of C. Every weight is pulled towards 0 by the same force, however small it is: weights that do not help become very small.</source>
        <translation>在平均 C 上加 λ₁ Σ|w|。不論權重多小，都以同樣的力拉向 0：沒有用處的權重會變得很小。</translation>
    </message>
    <message>
        <source>Adds ½ λ₂ Σ w² to the mean of C. A weight is pulled towards 0 the stronger, the larger it is: so no single one gets too large, and the network learns less by heart.</source>
        <translation>在平均 C 上加 ½ λ₂ Σ w²。權重越大，拉向 0 的力越強：因此沒有哪個權重會太大，網路也不易死記硬背。</translation>
    </message>
    <message>
        <source>How a gradient becomes a change of θ. Plain gradient descent takes −η times the gradient. Momentum remembers the way so far; AdaGrad, RMSProp and Adam give each parameter a pace of its own.</source>
        <translation>梯度如何變成 θ 的變化量。普通梯度下降取 −η 乘以梯度。動量會記住之前走過的方向；AdaGrad、RMSProp 和 Adam 讓每個參數有自己的步伐。</translation>
    </message>
    <message>
        <source>η, the size of a step. Too small: L falls slowly. Too large: L jumps, or grows without bound. A good one differs from optimizer to optimizer; it can be changed while the training runs.</source>
        <translation>η，每一步的大小。太小：L 下降很慢。太大：L 跳動，甚至無限增大。不同最佳化器適合的值不同；訓練時也可以改。</translation>
    </message>
    <message>
        <source>How many examples one update looks at: their gradients are averaged. Small batches make many, noisy updates in an epoch; large ones make few, calm ones that take longer.</source>
        <translation>一次更新看多少個樣本：對它們的梯度取平均。批次小，每輪次更新多而雜訊大；批次大，更新少而平穩，但每次更費時。</translation>
    </message>
    <message>
        <source>How η changes in the course of the updates: constant, smaller step by step, or along a cosine. Large steps find the region, small ones at the end find its lowest place.</source>
        <translation>η 隨更新次數如何變化：不變、逐級變小，或按餘弦變化。開始的大步找到區域，最後的小步找到最低處。</translation>
    </message>
    <message>
        <source>In updates: how long η stays the same before the next step, or how long the cosine takes to reach 0.</source>
        <translation>以更新次數計：η 保持多久才降一級，或餘弦經過多久降到 0。</translation>
    </message>
    <message>
        <source>What η is multiplied by at every step of the schedule: 0.5 halves it, 1 leaves it as it is.</source>
        <translation>學習率排程每降一級時 η 乘以的數：0.5 使它減半，1 則不變。</translation>
    </message>
    <message>
        <source>AdamW&apos;s decay: at every update each parameter shrinks by this share times η, apart from its gradient. It acts as L2 does with plain gradient descent.</source>
        <translation>AdamW 的權重衰減：每次更新時，每個參數在梯度之外再按這個比例乘 η 縮小。它的作用相當於普通梯度下降中的 L2。</translation>
    </message>
    <message>
        <source>The longest that the gradient of all parameters together may be; a longer one is shortened, with its direction kept. It stops leaps where the gradient explodes. 0 switches it off.</source>
        <translation>所有參數的梯度合起來允許的最大長度；更長的會被縮短，方向不變。它能防止梯度爆炸時的跳躍。0 表示關閉。</translation>
    </message>
    <message>
        <source>At each update this share of the hidden neurons, drawn anew for every example, is silent. So none can rely on another one, and the network learns less by heart. For test examples all of them speak.</source>
        <translation>每次更新時，對每個樣本重新隨機選出這個比例的隱藏神經元並將其關閉。這樣沒有神經元能依賴另一個，網路不易死記硬背。對測試樣本則全部工作。</translation>
    </message>
    <message>
        <source>Sets what the lecture begins with: plain gradient descent, one example at each update. Every update is cheap and noisy; watch the curve.</source>
        <translation>採用課上最開始的設定：普通梯度下降，每次更新一個樣本。每次更新都很快，雜訊也大；看看曲線。</translation>
    </message>
    <message>
        <source>Which class the next test example shall be of. They come from the test set: the network has never been trained on them.</source>
        <translation>下一個測試樣本屬於哪個類別。它們來自測試集：網路從未用它們訓練過。</translation>
    </message>
    <message>
        <source>A parameter of the neuron or connection that is pinned. Type another number, drag it, or step it with the up and down keys: L, C and the picture follow at once. Undo sets it back.</source>
        <translation>已固定的神經元或連接的一個參數。可以輸入另一個數、拖曳它，或用上下方向鍵逐步改變：L、C 和圖會立刻跟著變。復原可以恢復。</translation>
    </message>
    <message>
        <source>The weight of the chosen connection. Type another number, drag it, or step it with the up and down keys: L, C and the picture follow at once. Undo sets it back.</source>
        <translation>選取的連接的權重。可以輸入另一個數、拖曳它，或用上下方向鍵逐步改變：L、C 和圖會立刻跟著變。復原可以恢復。</translation>
    </message>
    <message>
        <source>Computes C twice, with this weight a little larger and a little smaller. The difference, divided by the distance, has to be the ∂C/∂w that backpropagation gave.</source>
        <translation>把這個權重稍微增大和減小，各算一次 C。兩者之差除以間距，應當等於反向傳播給出的 ∂C/∂w。</translation>
    </message>
    <message>
        <source>η rises to its full value over this many updates at the start. So the first gradients, of random weights, do not move the network too far. 0: no warm-up.</source>
        <translation>η 經過這麼多次更新才升到全值。最初的梯度來自隨機的權重，不應讓它們把網路帶得太遠。0 表示不預熱。</translation>
    </message>
    <message>
        <source>How many neurons or feature maps this hidden layer has; of a pool it is the side of its blocks. More of them make a larger function set: it can do more, needs more time for each update, and learns a small training set by heart more easily.</source>
        <translation>這個隱藏層有多少個神經元或特徵圖；對池化層來說是塊的邊長。越多則函數集越大：能力更強，每次更新用時更長，也更容易把很小的訓練集死記下來。</translation>
    </message>
    <message>
        <source>The side of the window that a cell of a map reads, in cells. A larger window sees more of the picture at once and has more weights.</source>
        <translation>特徵圖的一格所讀取的視窗的邊長，以格計。視窗越大，一次看到的影像越多，權重也越多。</translation>
    </message>
    <message>
        <source>How many cells further the next window stands. With 2 the maps are half as wide and half as high.</source>
        <translation>下一個視窗移動多少格。取 2 時，特徵圖的寬和高都減半。</translation>
    </message>
    <message>
        <source>How many cells beyond the border of the picture the windows reach; what is there counts as 0. With half the kernel, rounded down, and stride 1 the maps are as large as the picture.</source>
        <translation>視窗伸出影像邊界多少格；那裡的數按 0 計。取卷積核的一半（向下取整）且步幅為 1 時，特徵圖與影像一樣大。</translation>
    </message>
    <message>
        <source>Which layer this is, and how many parameters it has. Drag it to another place, or press Alt with an arrow key in its field.</source>
        <translation>這是第幾層，有多少個參數。可把它拖到別處，或在它的輸入框中按 Alt 加方向鍵。</translation>
    </message>
    <message>
        <source>Begins the network that the app opens with: two hidden layers of 32 and 16 neurons.</source>
        <translation>開始一個新網路，與應用程式開啟時相同：兩個隱藏層，32 個和 16 個神經元。</translation>
    </message>
    <message>
        <source>Begins a small convolutional network. Its windows share their weights, so it needs few of them, and finds a stroke wherever it is.</source>
        <translation>開始一個小型卷積網路。它的視窗共享權值，所以只需很少的權重，筆畫在哪裡都能找到。</translation>
    </message>
    <message>
        <source>Begins the network with which LeCun and others read handwritten digits in 1989. It has 9,760 parameters behind pictures of 16 × 16.</source>
        <translation>開始 LeCun 等人 1989 年用來辨識手寫數字的網路。對 16 × 16 的影像，它有 9,760 個參數。</translation>
    </message>
    <message>
        <source>Puts one more hidden layer before the output, dense or for pictures. A deep network builds each layer&apos;s features from those of the layer before; its gradient has a longer way back.</source>
        <translation>在輸出之前再新增一個隱藏層，全連接的或讀取影像的。深層網路的每一層都用前一層的特徵構造自己的特徵；它的梯度要走更長的路返回。</translation>
    </message>
    <message>
        <source>The function f of every hidden neuron, a = f(z); a residual connection adds to that. Without a bend in f many layers could do no more than one. Where f is flat, its slope is nearly 0, and hardly any gradient gets through.</source>
        <translation>每個隱藏神經元的函數 f，a = f(z)；殘差連接會在此之上相加。若 f 沒有彎曲，再多的層也只相當於一層。f 平坦之處斜率接近 0，梯度幾乎無法通過。</translation>
    </message>
    <message>
        <source>How large the first weights are. σ is their standard deviation: with normal weights, two thirds of them lie between −σ and +σ. With “all the same” it is every weight’s value. Try one that is ten times too small, and look at the gradient’s picture.</source>
        <translation>初始權重的大小。σ 是它們的標準差：若為常態分佈，約三分之二的權重在 −σ 與 +σ 之間。選「全部相同」時，它就是每個權重的值。試試小十倍的值，再看看梯度圖。</translation>
    </message>
    <message>
        <source>Residual connections: a hidden layer adds its input to what it computes, wherever the two have the same shape. So the gradient has a direct way back through many layers.</source>
        <translation>殘差連接：只要形狀相同，隱藏層就把自己的輸入加到計算結果上。於是梯度有了一條穿過許多層的直接通路。</translation>
    </message>
    <message>
        <source>How C is computed from the outputs and the target. Cross-entropy punishes a sure wrong answer without bound. The squared error of a softmax or sigmoid is bounded, and its gradient is weak where that is sure and wrong.</source>
        <translation>如何由輸出和目標算出 C。交叉熵對確信的錯誤答案懲罰沒有上限。Softmax 或 Sigmoid 輸出的平方誤差則有上限，而且在它們確信地答錯時梯度很弱。</translation>
    </message>
    <message>
        <source>Early stopping: the training pauses when the test loss has reached no new minimum for this many epochs in a row. From there on the network would mainly learn by heart.</source>
        <translation>提早停止：測試損失連續這麼多輪次都沒有新的最小值時，訓練暫停。再往後網路主要是在死記硬背。</translation>
    </message>
    <message>
        <source>How many updates are made in a second. Near the left end each one is shown step by step, the more slowly the farther left; at the far right there is no limit. The updates are the same ones at any speed.</source>
        <translation>每秒做多少次更新。靠近左端一步一步地顯示每次更新，越靠左越慢；最右端沒有限制。無論快慢，所做的更新都相同。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Your settings are not kept: there is no home folder (HOME is not set).</source>
        <translation>設定不會保留：沒有主資料夾（HOME 沒有設定）。</translation>
    </message>
    <message>
        <source>Your settings are not kept: {file} can&apos;t be written.</source>
        <translation>設定不會保留：無法寫入 {file}。</translation>
    </message>
    <message>
        <source>The settings file was damaged: the usual settings are used. It was kept as {file}.</source>
        <translation>設定檔案已損壞，改用預設設定。原檔案保留為 {file}。</translation>
    </message>
</context>
<context>
    <name>SideChooser</name>
    <message>
        <source>Network {letter}</source>
        <translation>網路 {letter}</translation>
    </message>
    <message>
        <source>The run that is shown as {letter}</source>
        <translation>作為 {letter} 顯示的訓練</translation>
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
        <translation>它的訓練更新了這麼多次之後：也可以比較一次訓練的兩個時刻</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Follow the run: always its newest update</source>
        <translation>跟隨這次訓練：總是最新的更新</translation>
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
        <translation>即將顯示</translation>
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
        <translation>測試集 {share}</translation>
    </message>
    <message>
        <source>training right {share}</source>
        <translation>訓練集 {share}</translation>
    </message>
    <message>
        <source>Network {letter}</source>
        <translation>網路 {letter}</translation>
    </message>
</context>
<context>
    <name>SignButton</name>
    <message>
        <source>Connections drawn: of this sign alone; pressed again, of both signs</source>
        <translation>畫出的連接：只有這種符號的；再按一次，兩種都畫</translation>
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
        <translation>關閉：批次原樣顯示</translation>
    </message>
    <message>
        <source>Mean of the last {window} batches</source>
        <translation>最近 {window} 個批次的平均值</translation>
    </message>
</context>
<context>
    <name>Solutions</name>
    <message>
        <source>in a straight line</source>
        <translation>沿直線</translation>
    </message>
    <message>
        <source>with matched neurons</source>
        <translation>對齊神經元後</translation>
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
        <translation>訓練：平均 Cⁿ</translation>
    </message>
    <message>
        <source>test: mean Cⁿ</source>
        <translation>測試：平均 Cⁿ</translation>
    </message>
    <message>
        <source>training: wrong</source>
        <translation>訓練：判錯</translation>
    </message>
    <message>
        <source>test: wrong</source>
        <translation>測試：判錯</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>answer to the shown example</source>
        <translation>對所顯示樣本的答案</translation>
    </message>
    <message>
        <source>answer to the shown example (right: {name}, framed)</source>
        <translation>對所顯示樣本的答案（正確：{name}，加框）</translation>
    </message>
    <message>
        <source>answer to the shown example (label {name}, shuffled, framed)</source>
        <translation>對所顯示樣本的答案（標籤 {name}，已打亂，加框）</translation>
    </message>
    <message>
        <source>none {path}</source>
        <translation>{path}沒有</translation>
    </message>
    <message>
        <source>{height} {path} (t = {share})</source>
        <translation>{path} {height}（t = {share}）</translation>
    </message>
    <message>
        <source>Barrier, above the line between both ends</source>
        <translation>壁壘（高出兩端之間的直線）</translation>
    </message>
    <message>
        <source>There are no hidden neurons to be matched.</source>
        <translation>沒有隱藏神經元可以對齊。</translation>
    </message>
    <message>
        <source>B has 1 hidden neuron, which has no other place: ‖θ(A) − θ(B)‖ stays {before}.</source>
        <translation>B 有 1 個隱藏神經元，沒有別的位置：‖θ(A) − θ(B)‖ 仍為 {before}。</translation>
    </message>
    <message>
        <source>Matching gives {moved} of {neurons} hidden neurons of B another place: ‖θ(A) − θ(B)‖ from {before} to {after}.</source>
        <translation>對齊使 B 的 {neurons} 個隱藏神經元中的 {moved} 個換了位置：‖θ(A) − θ(B)‖ 從 {before} 變為 {after}。</translation>
    </message>
    <message>
        <source>B’s function stays the same: over {count} examples no output differs by more than {difference} (in double precision).</source>
        <translation>B 的函數不變：在 {count} 個樣本上，任何輸出的差都不超過 {difference}（雙精度）。</translation>
    </message>
    <message>
        <source>B’s function stays the same: for 1 example no output differs by more than {difference} (in double precision).</source>
        <translation>B 的函數不變：在 1 個樣本上，任何輸出的差都不超過 {difference}（雙精度）。</translation>
    </message>
    <message>
        <source>A and B have different layers: between them there is no line. Choose two runs of the same function set.</source>
        <translation>A 和 B 的層不同：它們之間沒有直線。請選擇同一個函數集的兩次訓練。</translation>
    </message>
    <message>
        <source>A and B learn from different examples: their L cannot be compared.</source>
        <translation>A 和 B 學習的樣本不同：它們的 L 無法比較。</translation>
    </message>
    <message>
        <source>A and B have different losses: their L cannot be compared.</source>
        <translation>A 和 B 的損失函數不同：它們的 L 無法比較。</translation>
    </message>
    <message>
        <source>Layers that keep their order: {layers}.</source>
        <translation>保持原來順序的層：{layers}。</translation>
    </message>
    <message>
        <source>Matching finds no better order for B’s hidden neurons ({neurons}): each keeps its place, and ‖θ(A) − θ(B)‖ = {distance}.</source>
        <translation>對齊沒有為 B 的 {neurons} 個隱藏神經元找到更好的順序：每個都留在原位，‖θ(A) − θ(B)‖ = {distance}。</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count}（共 {total}）</translation>
    </message>
    <message>
        <source>{count} training examples</source>
        <translation>訓練樣本 {count}</translation>
    </message>
    <message>
        <source>1 training example</source>
        <translation>訓練樣本 1</translation>
    </message>
    <message>
        <source>{count} test examples</source>
        <translation>測試樣本 {count}</translation>
    </message>
    <message>
        <source>1 test example</source>
        <translation>測試樣本 1</translation>
    </message>
    <message>
        <source>Measured with {training}, at {places}.</source>
        <translation>已測量：{places}；{training}。</translation>
    </message>
    <message>
        <source>Measured with {training} and {test}, at {places}.</source>
        <translation>已測量：{places}；{training}，{test}。</translation>
    </message>
    <message>
        <source>It was ended there: nothing else is measured.</source>
        <translation>測量到此中止：其餘各處未測量。</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 處</translation>
    </message>
    <message>
        <source>{count} of {places} places {path}</source>
        <translation>{path} {count}/{places} 處</translation>
    </message>
    <message>
        <source>A: {a}, update {update_a}   ·   B: {b}, update {update_b}</source>
        <translation>A：{a}，第 {update_a} 次更新   ·   B：{b}，第 {update_b} 次更新</translation>
    </message>
    <message>
        <source>Neurons sorted since: {ends}. The straight line, its barrier, what matching moves and ‖θ(A) − θ(B)‖ before it are of the earlier order; the matched line stays what it is. Compare again for the order as it is now.</source>
        <translation>此後整理過神經元：{ends}。直線、直線上的壁壘、對齊移動的神經元，以及對齊前的 ‖θ(A) − θ(B)‖，都是整理之前的順序下的；對齊之後的線不變。要得到現在順序下的結果，請重新比較。</translation>
    </message>
    <message>
        <source>{end} after update {update}</source>
        <translation>第 {update} 次更新後的 {end}</translation>
    </message>
    <message>
        <source>Changed by hand since: {ends}. All numbers here are of before that change.</source>
        <translation>此後手動修改過：{ends}。這裡的數都是修改之前的。</translation>
    </message>
    <message>
        <source>There is one run only: begin another one (New weights, or Branch here), and train it.</source>
        <translation>只有一次訓練：請另開始一次（新的初始權重，或從這裡分支），並訓練它。</translation>
    </message>
    <message>
        <source>A and B are the same run: choose another one.</source>
        <translation>A 和 B 是同一次訓練：請另選一次。</translation>
    </message>
    <message>
        <source>A run is on its way back from a number too large to write: try again in a moment.</source>
        <translation>有一次訓練正從無法寫出的大數退回：請稍後再試。</translation>
    </message>
    <message>
        <source>One of the two runs is gone: choose another one.</source>
        <translation>兩次訓練中有一次已不存在：請另選一次。</translation>
    </message>
    <message>
        <source>The training’s process was started again meanwhile: compare once more.</source>
        <translation>其間訓練處理程序重新啟動了：請再比較一次。</translation>
    </message>
    <message>
        <source>The comparison has failed; the training is not touched.</source>
        <translation>比較失敗；訓練不受影響。</translation>
    </message>
    <message>
        <source>The training’s process has ended: start it again with Run, then compare.</source>
        <translation>訓練處理程序已結束：用「執行」重新啟動它，然後再比較。</translation>
    </message>
</context>
<context>
    <name>SolutionsDialog</name>
    <message>
        <source>run {number}</source>
        <translation>第 {number} 次訓練</translation>
    </message>
    <message>
        <source>It was ended before anything was measured.</source>
        <translation>在測出任何數值之前就已中止。</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>這裡測量的是</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure no further; what is measured stays</source>
        <translation>不再測量；已測量的保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>關閉這個視窗</translation>
    </message>
    <message>
        <source>Are they two solutions?</source>
        <translation>它們是兩個不同的解嗎？</translation>
    </message>
    <message>
        <source>Run A</source>
        <translation>訓練 A</translation>
    </message>
    <message>
        <source>Where the straight line begins</source>
        <translation>直線的起點</translation>
    </message>
    <message>
        <source>Run B</source>
        <translation>訓練 B</translation>
    </message>
    <message>
        <source>Where the straight line ends</source>
        <translation>直線的終點</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交換 A 和 B</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Measure the loss between A and B as they stand now</source>
        <translation>按現在的狀態測量 A 和 B 之間的損失</translation>
    </message>
</context>
<context>
    <name>SolutionsPlot</name>
    <message>
        <source>training set: mean Cⁿ</source>
        <translation>訓練集：平均 Cⁿ</translation>
    </message>
    <message>
        <source>test set: wrong answers</source>
        <translation>測試集：判錯的比例</translation>
    </message>
    <message>
        <source>test set: mean Cⁿ</source>
        <translation>測試集：平均 Cⁿ</translation>
    </message>
    <message>
        <source>Loss between the runs A and B</source>
        <translation>訓練 A 和 B 之間的損失</translation>
    </message>
    <message>
        <source>Every parameter goes in a straight line from A to B: θ(t) = (1 − t) θ(A) + t θ(B). At 21 places it is measured how large this network’s mean Cⁿ is, how many test examples it gets wrong, and what it answers to the shown example. The dashed line does the same after matching: B’s hidden neurons get the order in which their weights are most like A’s, and B’s function stays the same. Where the loss rises above the line between both ends, a barrier parts them: A and B are two solutions. Where it does not, both lie in one basin of the loss. Point, or use the arrow keys, to read the numbers.</source>
        <translation>每個參數沿直線從 A 走到 B：θ(t) = (1 − t) θ(A) + t θ(B)。在 21 處測量這個網路的平均 Cⁿ 有多大、判錯多少測試樣本、對所顯示的樣本給出什麼答案。虛線是對齊之後的結果：B 的隱藏神經元按權重與 A 最相似的順序排列，B 的函數不變。若損失高出兩端之間的直線，就有壁壘把它們隔開：A 和 B 是兩個不同的解；若不高出，兩者位於損失的同一個盆地。指向圖中或用方向鍵讀數。</translation>
    </message>
</context>
<context>
    <name>SortedCurve</name>
    <message>
        <source>{count} are 0</source>
        <translation>{count} 個為 0</translation>
    </message>
    <message>
        <source>{count} are no finite number</source>
        <translation>{count} 個不是有限的數</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未見</translation>
    </message>
    <message>
        <source>All C by size, and the bar of their sum</source>
        <translation>按大小排列的全部 C，以及它們之和的條</translation>
    </message>
    <message>
        <source>Every C of the set from the least to the largest, on a logarithmic scale: each example takes the same width. In the bar below, width is what they add to L: few examples make most of it. How many are 0, and so have no logarithm, is said. Drag along the curve to select a range of it, with Ctrl to add it; bars at its foot show how much of each part is selected. With the keyboard: Left and Right lead to the next example by size, with Ctrl over a hundredth of all, Home and End to the ends; with Shift they select, and Enter shows the example in the network.</source>
        <translation>資料集的每個 C 從最小到最大，用對數刻度：每個樣本佔同樣的寬度。在下面的條中，寬度是它們為 L 貢獻的多少：少數樣本佔了大部分。有多少個 C 為 0、因而沒有對數，圖中會說明。沿曲線拖曳可以選取其中一段，按住 Ctrl 則加入已選取的；曲線底部的條表示每一段選取了多少。用鍵盤：左右方向鍵按大小轉到下一個樣本，按住 Ctrl 一次越過全部的百分之一，Home 和 End 到兩端；按住 Shift 則選取一段，Enter 在網路中顯示這個樣本。</translation>
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
        <translation>速度：慢動作講解每次更新，全速沒有限制</translation>
    </message>
    <message>
        <source>slow motion, {seconds} s</source>
        <translation>慢動作，{seconds} 秒</translation>
    </message>
    <message>
        <source>slow motion: each phase of an update lasts {seconds} s</source>
        <translation>慢動作：一次更新的每個階段持續 {seconds} 秒</translation>
    </message>
    <message>
        <source>How many updates a second. Near the left end each update is shown step by step, and the slider&apos;s place says how long a step lasts; at the right end the training runs as fast as this machine can.</source>
        <translation>每秒更新多少次。靠近左端每次更新都一步一步地講解，滑桿的位置決定每一步持續多久；最右端按這台機器的最快速度訓練。</translation>
    </message>
</context>
<context>
    <name>StatusPresenter</name>
    <message>
        <source>telling update {update}: the mean of {count} examples</source>
        <translation>正在講解第 {update} 次更新：{count} 個樣本的平均</translation>
    </message>
    <message>
        <source>; shown: number {position}, its largest C</source>
        <translation>；顯示：第 {position} 個，C 最大</translation>
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
        <translation>沒有可返回的階段</translation>
    </message>
    <message>
        <source>held: Esc leads back to it</source>
        <translation>已停住：Esc 返回講解</translation>
    </message>
    <message>
        <source>held: Space goes on, Esc leads back to it</source>
        <translation>已停住：空白鍵繼續，Esc 返回講解</translation>
    </message>
    <message>
        <source>walkthrough left</source>
        <translation>已離開講解</translation>
    </message>
    <message>
        <source>walkthrough left: Space trains</source>
        <translation>已離開講解：空白鍵開始訓練</translation>
    </message>
    <message>
        <source>every update is shown</source>
        <translation>每次更新都顯示</translation>
    </message>
    <message>
        <source>dead and saturated neurons of {letter}: update {update}</source>
        <translation>{letter} 的失效和飽和的神經元：第 {update} 次更新</translation>
    </message>
    <message>
        <source>telling update {update}: of one example, the one shown</source>
        <translation>正在講解第 {update} 次更新：只有一個樣本，就是所示的這個</translation>
    </message>
    <message>
        <source>telling update {update}: of one example</source>
        <translation>正在講解第 {update} 次更新：只有一個樣本</translation>
    </message>
    <message>
        <source>; shown: the one chosen of them</source>
        <translation>；顯示：其中選定的一個</translation>
    </message>
    <message>
        <source>; shown: the one chosen, which need not be in it</source>
        <translation>；顯示：選定的樣本，不一定在其中</translation>
    </message>
    <message>
        <source>; shown: one that is not trained on</source>
        <translation>；顯示：不參與訓練的樣本</translation>
    </message>
    <message>
        <source>1 update in {count} is shown</source>
        <translation>每 {count} 次更新顯示 1 次</translation>
    </message>
    <message>
        <source>dead and saturated neurons: update {update}</source>
        <translation>失效和飽和的神經元：第 {update} 次更新</translation>
    </message>
    <message>
        <source>favourite classes: update {update}</source>
        <translation>偏愛的類別：第 {update} 次更新</translation>
    </message>
    <message>
        <source>epochs done: {epoch}</source>
        <translation>已完成輪次：{epoch}</translation>
    </message>
    <message>
        <source>held: Page Down shows the next phase, Space goes on</source>
        <translation>已停住：Page Down 進入下一階段，空白鍵繼續</translation>
    </message>
    <message>
        <source>no phase to go back to: Page Down begins the next update</source>
        <translation>沒有可返回的階段：Page Down 開始下一次更新</translation>
    </message>
    <message>
        <source>walkthrough left: Space trains, Page Down begins the next update</source>
        <translation>已離開講解：空白鍵開始訓練，Page Down 開始下一次更新</translation>
    </message>
</context>
<context>
    <name>StepExportPresenter</name>
    <message>
        <source>The training’s process has ended meanwhile. No file was written.</source>
        <translation>訓練處理程序在此期間結束了。沒有寫入任何檔案。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>No file was written. Update {update} was made all the same.</source>
        <translation>沒有寫入檔案。第 {update} 次更新仍然做了。</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>8C3p1: a convolution of 8 maps, kernel 3 × 3, padding 1; s2 would be a stride of 2.</source>
        <translation>8C3p1：卷積，8 個特徵圖，卷積核 3 × 3，填充 1；s2 表示步幅 2。</translation>
    </message>
    <message>
        <source>8L3: locally connected, 8 maps, windows of 3 × 3, each with weights of its own.</source>
        <translation>8L3：局部連接，8 個特徵圖，視窗 3 × 3，各有自己的權值。</translation>
    </message>
    <message>
        <source>MP2: max pool, blocks of 2 × 2.</source>
        <translation>MP2：最大池化，2 × 2 的塊。</translation>
    </message>
    <message>
        <source>AP2: mean pool, blocks of 2 × 2.</source>
        <translation>AP2：平均池化，2 × 2 的塊。</translation>
    </message>
</context>
<context>
    <name>SystemReason</name>
    <message>
        <source>Operation not permitted</source>
        <translation>不允許此操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>磁碟讀寫出錯</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>沒有這個裝置</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>暫時無法使用</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>記憶體不足</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>沒有走訪權限</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>裝置正被使用</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>檔案已經存在</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>它在另一個磁碟上</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>沒有這個裝置</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>路徑中有一段不是資料夾</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>它是資料夾</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>系統不接受它</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>系統中開啟的檔案太多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開啟的檔案太多</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>檔案正被使用</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>檔案太大</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁碟空間已滿</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>檔案系統是隻讀的</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>檔名太長</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>資料夾不是空的</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>連結層數太多</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>連接超時</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>主機沒有執行</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>無法到達主機</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>磁碟未連接</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>檔案已不在了</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>磁碟配額已用完</translation>
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
        <translation>✓ 每個位元都相同</translation>
    </message>
    <message>
        <source>a kept state</source>
        <translation>儲存的狀態</translation>
    </message>
    <message>
        <source>made again from update {kept}</source>
        <translation>從第 {kept} 次更新起重新算出</translation>
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
        <translation>{count} 個樣本</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 個樣本</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>種子 {seed}</translation>
    </message>
    <message>
        <source>{source}: {optimizer}, η {rate}, batch {batch}</source>
        <translation>{source}：{optimizer}，η {rate}，批次 {batch}</translation>
    </message>
    <message>
        <source>branch at {update}</source>
        <translation>第 {update} 次更新後的分支</translation>
    </message>
    <message>
        <source>{change} at {update}</source>
        <translation>第 {update} 次：{change}</translation>
    </message>
    <message>
        <source>{symbol} set by hand {before} → {after}</source>
        <translation>手動設定 {symbol}：{before} → {after}</translation>
    </message>
    <message>
        <source>Its curve in the plot: {run}</source>
        <translation>它在曲線圖中的曲線：{run}</translation>
    </message>
    <message>
        <source>Timeline of the runs</source>
        <translation>各次訓練的時間線</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>儲存的狀態</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>手動修改</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>改變設定</translation>
    </message>
    <message>
        <source>least test loss of the curve</source>
        <translation>曲線上最小的測試損失</translation>
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
        <translation>{runs} 次訓練中的 {seen} 次；全部在「各次訓練」清單中</translation>
    </message>
    <message>
        <source>live: update {update}</source>
        <translation>最新：第 {update} 次更新</translation>
    </message>
    <message>
        <source>Update {update}: the least test loss of the curve’s exact ones, mean Cⁿ {mean}</source>
        <translation>第 {update} 次更新：曲線上精確的測試損失中最小的一個，平均 Cⁿ {mean}</translation>
    </message>
    <message>
        <source>branched at update {update}</source>
        <translation>在第 {update} 次更新處分支</translation>
    </message>
    <message>
        <source>{live} updates; kept states: {kept}</source>
        <translation>{live} 次更新；儲存的狀態：{kept}</translation>
    </message>
    <message>
        <source>accuracy, test: {share}</source>
        <translation>測試集準確率：{share}</translation>
    </message>
    <message>
        <source>accuracy {train}, test {share}</source>
        <translation>準確率 {train}，測試集 {share}</translation>
    </message>
    <message>
        <source>Every update of the run, on the plot&apos;s own axis. Drag along it, and network, curves and numbers show that update again, computed anew from the kept state before it: the same bits. Ticks are states that the engine keeps (higher where several share a place), a square is a parameter set by hand, a diamond a changed setting, a triangle that points down the least of the curve’s exact test losses, one that points right the present, two angles at the right end a run that goes on beyond the axis. A run that branched off has a line of its own, and a box at its left that puts its curve into the plot. The arrow keys go one update, with Ctrl one epoch; Home and End to the ends.</source>
        <translation>訓練的每一次更新，與曲線圖共用橫軸。沿著它拖曳，網路、曲線和數值就重新顯示那一次更新，從它之前儲存的狀態重新算出：每個位元都相同。短線是引擎儲存的狀態（同一處有多個時更高），方塊是手動設定的參數，菱形是改變的設定，尖朝下的三角是曲線上精確的測試損失中最小的一個，尖朝右的三角是現在，右端的兩個尖角表示這次訓練在橫軸之外還有更新。分支出去的訓練有自己的一列，左邊的方框把它的曲線放進曲線圖。方向鍵走一次更新，加 Ctrl 走一個輪次；Home 和 End 到兩端。</translation>
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
        <translation>之後還有</translation>
    </message>
</context>
<context>
    <name>ToyPage</name>
    <message>
        <source>Kind of examples</source>
        <translation>樣本的種類</translation>
    </message>
    <message>
        <source>Which examples to learn from</source>
        <translation>用哪些樣本學習</translation>
    </message>
    <message>
        <source>Points in all; a fifth of them is kept for the test</source>
        <translation>點的總數；其中五分之一留作測試</translation>
    </message>
    <message>
        <source>Training points; as many for the test lie between them, on the curve itself</source>
        <translation>訓練點數；測試點同樣多，位於它們之間的曲線上</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>類別數</translation>
    </message>
    <message>
        <source>Clouds, or arms of the spiral</source>
        <translation>點團數，或螺旋的臂數</translation>
    </message>
    <message>
        <source>Standard deviation of the random numbers that are added</source>
        <translation>隨機附加量的標準差</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Run, pause and step the training, and set its pace.</source>
        <translation>執行、暫停和單步訓練，並設定速度。</translation>
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
        <translation>訓練這三個</translation>
    </message>
    <message>
        <source>Nothing is measured yet: the first numbers follow while they train.</source>
        <translation>尚未測量任何內容：訓練過程中會陸續給出數值。</translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>尚未測量任何內容。</translation>
    </message>
    <message>
        <source>parameters θ</source>
        <translation>參數 θ</translation>
    </message>
    <message>
        <source>updates made</source>
        <translation>已做的更新</translation>
    </message>
    <message>
        <source>measured after update</source>
        <translation>測於第幾次更新</translation>
    </message>
    <message>
        <source>test set, mean Cⁿ</source>
        <translation>測試集，平均 Cⁿ</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>測試準確率</translation>
    </message>
    <message>
        <source>moved digits, after update</source>
        <translation>移動後，測於第幾次更新</translation>
    </message>
    <message>
        <source>accuracy, not moved</source>
        <translation>準確率，未移動</translation>
    </message>
    <message>
        <source>accuracy, moved by 1 pixel</source>
        <translation>準確率，移動 1 像素</translation>
    </message>
    <message>
        <source>accuracy, moved by 2 pixels</source>
        <translation>準確率，移動 2 像素</translation>
    </message>
    <message>
        <source>Moved: each of the first {digits} test digits by so many pixels up, down, to the left and to the right, four answers each. What comes in is blank; ink that leaves the picture is lost: {one} of all ink, and {two}.</source>
        <translation>移動：前 {digits} 個測試數字各向上、下、左、右移動這麼多像素，每個得到四個回答。移入處為空白；移出圖片的墨會丟失：分別為全部墨的 {one} 和 {two}。</translation>
    </message>
    <message>
        <source>Moved: test digits by 1 and by 2 pixels up, down, to the left and to the right. What comes in is blank; ink that leaves the picture is lost.</source>
        <translation>移動：測試數字向上、下、左、右各移動 1 個和 2 個像素。移入處為空白；移出圖片的墨會丟失。</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全連接</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>unrolled kernels, {kind}</source>
        <translation>展開的卷積核，{kind}</translation>
    </message>
    <message>
        <source>{count} weights</source>
        <translation>{count} 個權重</translation>
    </message>
    <message>
        <source>A dense layer: each of 256 pixels is joined to each of 2,048 cells, 8 maps of 16 × 16. Its weights are initial ones, drawn for 256 inputs.</source>
        <translation>全連接層：256 個像素中的每一個都與 2,048 格（8 張 16 × 16 的特徵圖）中的每一格相連。其權重是按 256 個輸入抽取的初始權重。</translation>
    </message>
    <message>
        <source>Cell by cell, what lies outside its window of 3 × 3 pixels is cut: {done} of 256 cells are cut.</source>
        <translation>逐格剪斷 3 × 3 像素視窗之外的連接：256 格中已剪 {done} 格。</translation>
    </message>
    <message>
        <source>Each cell sees its window alone, with weights of its own. What was cut is 0; the others stay as they were drawn. At the border a part of the window lies outside.</source>
        <translation>每格只看自己的視窗，並有自己的權重。剪掉的為 0；其餘保持抽取時的值。在邊緣處，視窗有一部分在圖片之外。</translation>
    </message>
    <message>
        <source>Cell by cell, weights at the same place of a window become one weight: {done} of 256 cells are tied.</source>
        <translation>逐格把視窗中同一位置的權重變成同一個權重：256 格中已共享 {done} 格。</translation>
    </message>
    <message>
        <source>A convolution: 9 weights for each of 8 maps, the same at every cell. Their values are a convolution’s own initial weights, drawn for 9 inputs.</source>
        <translation>卷積：8 張特徵圖各有 9 個權重，在每一格都相同。其值是卷積自己的初始權重，按 9 個輸入抽取。</translation>
    </message>
    <message>
        <source>Space or → leads on, ← back; the slider to any cell. Point at a cell of the map for its connections; ↑ and ↓ choose another map.</source>
        <translation>空白鍵或 → 前進，← 後退；滑桿可到任意一格。指向特徵圖的一格可看它的連接；↑ 和 ↓ 選擇另一張特徵圖。</translation>
    </message>
    <message>
        <source>The same outputs: the convolution, and the layers “windows” and “dense” with these values, are at most {single} apart in float32, {double} in float64. Compared: {units} z of {digits} digits, this one and {others} of the test set.</source>
        <translation>輸出相同：卷積，以及取這些值的「視窗」層和「全連接」層，在 float32 中至多相差 {single}，在 float64 中 {double}。比較的是 {digits} 個數字（此數字和測試集的 {others} 個）各 {units} 個 z。</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>你的手寫</translation>
    </message>
    <message>
        <source>own {number}</source>
        <translation>自己的樣本 {number}</translation>
    </message>
    <message>
        <source>test digit {number}</source>
        <translation>第 {number} 個測試樣本</translation>
    </message>
    <message>
        <source>training digit {number}</source>
        <translation>第 {number} 個訓練樣本</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column})</source>
        <translation>通到格 ({row}, {column}) 的 {count} 條連接</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column}), in its window</source>
        <translation>通到格 ({row}, {column}) 的 {count} 條連接，都在其視窗內</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column}), weights shared by all 256 cells</source>
        <translation>通到格 ({row}, {column}) 的 {count} 條連接，權重由全部 256 格共享</translation>
    </message>
    <message>
        <source>{count} connections to cell ({row}, {column}), weights shared by {done} of 256 cells</source>
        <translation>通到格 ({row}, {column}) 的 {count} 條連接，權重由 256 格中的 {done} 格共享</translation>
    </message>
    <message>
        <source>z = Σ w·x = {z}</source>
        <translation>z = Σ w·x = {z}</translation>
    </message>
    <message>
        <source>drawn: the lines of {count} of 256 cells</source>
        <translation>已畫出 256 格中 {count} 格的連接</translation>
    </message>
    <message>
        <source>W: 256 pixels ↓ × 2,048 cells →</source>
        <translation>W：256 個像素 ↓ × 2,048 格 →</translation>
    </message>
    <message>
        <source>each dot: the largest |w| of {rows} × {columns}</source>
        <translation>每點：{rows} × {columns} 個中最大的 |w|</translation>
    </message>
    <message>
        <source>map {number}, full at a = {largest}</source>
        <translation>特徵圖 {number}，顏色最濃處：a = {largest}</translation>
    </message>
    <message>
        <source>8 kernels of 9 weights</source>
        <translation>8 個卷積核，各 9 個權重</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>未移動</translation>
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
        <translation>三次訓練已從同一起點開始。你的網路保持原樣：「復原」可回到它。</translation>
    </message>
    <message>
        <source>connections of the chosen cell</source>
        <translation>所選格子的連接</translation>
    </message>
    <message>
        <source>cells of the map</source>
        <translation>特徵圖的格子</translation>
    </message>
    <message>
        <source>all weights of the layer</source>
        <translation>該層的全部權重</translation>
    </message>
</context>
<context>
    <name>UnrollingPage</name>
    <message>
        <source>There is no step after it.</source>
        <translation>後面沒有步驟了。</translation>
    </message>
    <message>
        <source>There is no step before it.</source>
        <translation>前面沒有步驟了。</translation>
    </message>
    <message>
        <source>The engine draws the weights and compares the outputs …</source>
        <translation>引擎正在抽取權重並比較輸出……</translation>
    </message>
    <message>
        <source>From dense to convolutional</source>
        <translation>從全連接到卷積</translation>
    </message>
    <message>
        <source>one layer, 256 → 2,048</source>
        <translation>一層，256 → 2,048</translation>
    </message>
    <message>
        <source>Every pixel is joined to every cell</source>
        <translation>每個像素都與每一格相連</translation>
    </message>
    <message>
        <source>Each cell keeps the connections of its window</source>
        <translation>每格只保留其視窗內的連接</translation>
    </message>
    <message>
        <source>Weights at the same place of a window become one</source>
        <translation>視窗中同一位置的權重變成一個</translation>
    </message>
    <message>
        <source>4  the race</source>
        <translation>4  比賽</translation>
    </message>
    <message>
        <source>Train all three from the same start, and compare them</source>
        <translation>從同一起點訓練三者，並比較它們</translation>
    </message>
    <message>
        <source>From dense to shared weights</source>
        <translation>從全連接到共享權重</translation>
    </message>
    <message>
        <source>Drag through the cuts and the ties, cell by cell</source>
        <translation>拖曳以逐格檢視剪斷和共享</translation>
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
        <translation>要把更改儲存到 {name} 嗎？</translation>
    </message>
    <message>
        <source>Save this training?</source>
        <translation>要儲存這次訓練嗎？</translation>
    </message>
    <message>
        <source>What is not saved is lost: weights, curves and settings.</source>
        <translation>未儲存的權重、曲線和設定都將丟失。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>不儲存(&amp;D)</translation>
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
        <translation>看什麼</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>各項</translation>
    </message>
    <message>
        <source>Every C, and how they add up to the sum</source>
        <translation>每一個 C，以及它們怎樣加成總和</translation>
    </message>
    <message>
        <source>Which class is taken for which, and the mistakes</source>
        <translation>哪一類被判為哪一類，以及判錯的樣本</translation>
    </message>
    <message>
        <source>How large y of the right answer was over the run, and how much it went up and down</source>
        <translation>正確答案的 y 在訓練過程中有多大、起伏多少</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分佈圖</translation>
    </message>
    <message>
        <source>There are no classes: the targets are numbers</source>
        <translation>沒有類別：目標是數值</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
</context>
<context>
    <name>WallLens</name>
    <message>
        <source>below: C, each as last seen</source>
        <translation>下方：最近所見的 C</translation>
    </message>
    <message>
        <source>filled corner: wrong then</source>
        <translation>實心角：當時答錯</translation>
    </message>
    <message>
        <source>below: C, exact at update {update}</source>
        <translation>下方：C，第 {update} 次更新時的精確值</translation>
    </message>
    <message>
        <source>filled corner: wrong at update {update}</source>
        <translation>實心角：第 {update} 次更新時答錯</translation>
    </message>
    <message>
        <source>below: C, exact at update {update}, θ edited since</source>
        <translation>下方：C，第 {update} 次更新時的精確值，其後 θ 被手動修改</translation>
    </message>
    <message>
        <source>filled corner: wrong before θ was edited</source>
        <translation>實心角：θ 被手動修改之前答錯</translation>
    </message>
</context>
<context>
    <name>WallSight</name>
    <message>
        <source>{shown} of {count} in sight, as pictures</source>
        <translation>視野內有 {shown} / {count} 個樣本，顯示為圖片</translation>
    </message>
    <message>
        <source>{shown} of {count} in sight, as dots</source>
        <translation>視野內有 {shown} / {count} 個樣本，顯示為點</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>All examples of the set</source>
        <translation>資料集的全部樣本</translation>
    </message>
    <message>
        <source>Every example of the set is one dot, and L is the sum of what all of them add to it. Those in full shade are answered wrongly now; as last seen, they were in their last batch, and C need not add up to L. By C: what adds most stands at the right, and each class has its band. The lens shows the pictures around the pointer. Turn the wheel, or press + and −, to look closer, until the dots are pictures; drag to move. A click, or the arrow keys, choose one; Enter shows it in the network. Drag with Shift to select all in a frame, with Ctrl too to add them; Shift and the arrow keys do the same, and Esc selects none.</source>
        <translation>資料集的每個樣本是一個點，L 是它們各自貢獻之和。最醒目的點現在答錯了；在「最近所見」中，是在最近一個批次裡答錯了，而 C 之和不一定是 L。按 C 排列時：貢獻最大的在右邊，每個類別有自己的一條帶。放大鏡顯示游標周圍的影像。轉動滾輪或按 + 和 − 可以看得更近，直到點變成影像；拖曳可以移動。點選或用方向鍵選擇一個樣本；Enter 在網路中顯示它。按住 Shift 拖曳，選取框內的全部樣本，再按住 Ctrl 則加入已選取的；Shift 加方向鍵也一樣，Esc 全部取消選取。</translation>
    </message>
</context>
<context>
    <name>WeightAccount</name>
    <message>
        <source>Where it comes from</source>
        <translation>來自哪裡</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 處</translation>
    </message>
    <message>
        <source>a·δ is 0 at every place</source>
        <translation>每一處的 a·δ 都是 0</translation>
    </message>
    <message>
        <source>place (row, column)</source>
        <translation>位置（列，欄）</translation>
    </message>
    <message>
        <source>∂C/∂w and its agreement</source>
        <translation>∂C/∂w 及其一致度</translation>
    </message>
    <message>
        <source>All weights of the kernel</source>
        <translation>這個卷積核的所有權重</translation>
    </message>
    <message>
        <source>Where the weight’s gradient comes from</source>
        <translation>這個權重的梯度來自哪裡</translation>
    </message>
</context>
<context>
    <name>WeightBox</name>
    <message>
        <source>what each pixel adds to z: blue +, orange −; full colour at |w·x| = {scale}</source>
        <translation>每個像素給 z 加上的值：藍 +，橙 −；|w·x| = {scale} 時顏色最濃</translation>
    </message>
    <message>
        <source>weights: blue +, orange −; full colour at |w| = {scale}</source>
        <translation>權重：藍 +，橙 −；|w| = {scale} 時顏色最濃</translation>
    </message>
    <message>
        <source>Weights from the inputs</source>
        <translation>來自輸入的權重</translation>
    </message>
    <message>
        <source>times this input: w·x</source>
        <translation>乘以這個輸入：w·x</translation>
    </message>
    <message>
        <source>Each weight times the shown example&apos;s input: together with b they make z</source>
        <translation>每個權重乘以所示樣本的輸入：加上 b，它們合成 z</translation>
    </message>
    <message>
        <source>Weights as a picture</source>
        <translation>權重圖</translation>
    </message>
    <message>
        <source>What the colours of the weights stand for</source>
        <translation>權重的顏色各代表什麼</translation>
    </message>
    <message>
        <source>hatched: x is 0 in over 99 % of the training examples</source>
        <translation>斜線：超過 99% 的訓練樣本中 x 為 0</translation>
    </message>
</context>
<context>
    <name>WeightPage</name>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 層</translation>
    </message>
    <message>
        <source>Which kernel is shown</source>
        <translation>顯示哪個卷積核</translation>
    </message>
    <message>
        <source>Layer of the kernel</source>
        <translation>卷積核所在的層</translation>
    </message>
    <message>
        <source>map {map} →</source>
        <translation>圖 {map} →</translation>
    </message>
    <message>
        <source>Map that it reads</source>
        <translation>它讀取的特徵圖</translation>
    </message>
    <message>
        <source>→ map {map}</source>
        <translation>→ 圖 {map}</translation>
    </message>
    <message>
        <source>Map that it makes</source>
        <translation>它生成的特徵圖</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>彙總</translation>
    </message>
    <message>
        <source>Weight by weight, what comes back to its places flies into it: added up, that is ∂C/∂w (Enter)</source>
        <translation>逐個權重，回傳到各位置的量飛入該權重：加起來就是 ∂C/∂w（Enter）</translation>
    </message>
    <message>
        <source>One weight of a kernel and all its places</source>
        <translation>卷積核的一個權重及其所有位置</translation>
    </message>
    <message>
        <source>Left what the weight reads, in the middle its kernel, right the map that it makes. A line leads from each cell that it meets to the place that it serves there. What comes back to the places, a·δ each, is added up below: that is the weight’s ∂C/∂w. Arrow keys lead to the other weights.</source>
        <translation>左邊是這個權重所讀取的，中間是它的卷積核，右邊是它生成的特徵圖。每條線從它讀取的單元通到由此算出的位置。回傳到各位置的 a·δ 在下方加起來：就是這個權重的 ∂C/∂w。方向鍵可到其他權重。</translation>
    </message>
    <message>
        <source>One weight less is collected</source>
        <translation>少彙總一個權重</translation>
    </message>
    <message>
        <source>Previous weight collected</source>
        <translation>彙總到上一個權重</translation>
    </message>
    <message>
        <source>One weight more is collected</source>
        <translation>多彙總一個權重</translation>
    </message>
    <message>
        <source>Next weight collected</source>
        <translation>彙總到下一個權重</translation>
    </message>
    <message>
        <source>Layer {layer}: {name}</source>
        <translation>第 {layer} 層：{name}</translation>
    </message>
    <message>
        <source>collecting weight {number} of {count}: every a·δ of it</source>
        <translation>正在收集第 {number} 個權重（共 {count} 個）：它的每個 a·δ</translation>
    </message>
    <message>
        <source>after update {update}</source>
        <translation>第 {update} 次更新後</translation>
    </message>
    <message>
        <source>every place’s a·δ is added up</source>
        <translation>各位置的 a·δ 相加</translation>
    </message>
    <message>
        <source>{count} collected</source>
        <translation>{count} 處被彙總</translation>
    </message>
    <message>
        <source>{count} not seen</source>
        <translation>{count} 處未見</translation>
    </message>
    <message>
        <source>{count} silent</source>
        <translation>{count} 處無回傳</translation>
    </message>
    <message>
        <source>{count} neither</source>
        <translation>{count} 處兩者皆無</translation>
    </message>
    <message>
        <source>{count} at the border</source>
        <translation>{count} 處在邊界</translation>
    </message>
    <message>
        <source>ink, δ comes back</source>
        <translation>有墨，δ 回傳</translation>
    </message>
    <message>
        <source>δ, but no ink</source>
        <translation>有 δ，但無墨</translation>
    </message>
    <message>
        <source>ink, but δ = 0</source>
        <translation>有墨，但 δ = 0</translation>
    </message>
    <message>
        <source>no ink, δ = 0</source>
        <translation>無墨，δ = 0</translation>
    </message>
    <message>
        <source>meets its zeros</source>
        <translation>遇到邊界的零</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>有墨</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>無墨</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>map {map} of layer {layer}</source>
        <translation>第 {layer} 層的圖 {map}</translation>
    </message>
    <message>
        <source>the {count} places of map {map}</source>
        <translation>圖 {map} 的 {count} 個位置</translation>
    </message>
    <message>
        <source>the only place of map {map}</source>
        <translation>圖 {map} 的唯一位置</translation>
    </message>
    <message>
        <source>{symbol}, the batch’s mean</source>
        <translation>{symbol}，批次平均</translation>
    </message>
    <message>
        <source>{symbol} in {power}</source>
        <translation>{symbol}，單位 {power}</translation>
    </message>
    <message>
        <source>{symbol} with {penalties}</source>
        <translation>{symbol}（含 {penalties}）</translation>
    </message>
    <message>
        <source>seen: one cell in {stride}, down and across</source>
        <translation>所見：橫豎每 {stride} 個單元取一個</translation>
    </message>
    <message>
        <source>one row up</source>
        <translation>上移一列</translation>
    </message>
    <message>
        <source>one row down</source>
        <translation>下移一列</translation>
    </message>
    <message>
        <source>{count} rows down</source>
        <translation>下移 {count} 列</translation>
    </message>
    <message>
        <source>one column left</source>
        <translation>左移一欄</translation>
    </message>
    <message>
        <source>one column right</source>
        <translation>右移一欄</translation>
    </message>
    <message>
        <source>{count} columns right</source>
        <translation>右移 {count} 欄</translation>
    </message>
    <message>
        <source>seen: the cell at the same place</source>
        <translation>所見：同一位置的單元</translation>
    </message>
    <message>
        <source>seen: {way}</source>
        <translation>所見：{way}</translation>
    </message>
    <message>
        <source>No right answer is known for this example: no C, no δ, and nothing to collect.</source>
        <translation>這個樣本沒有已知的正確答案：沒有 C，沒有 δ，也就沒有可彙總的。</translation>
    </message>
    <message>
        <source>At the only place a and δ are not both there: ∂C/∂w is 0.</source>
        <translation>在唯一的位置上 a 與 δ 不同時存在：∂C/∂w 為 0。</translation>
    </message>
    <message>
        <source>At none of the {count} places both a and δ are there: ∂C/∂w is 0.</source>
        <translation>{count} 個位置中沒有一處 a 與 δ 同時存在：∂C/∂w 為 0。</translation>
    </message>
    <message>
        <source>full colour at {scales}</source>
        <translation>顏色最濃處為 {scales}</translation>
    </message>
    <message>
        <source>drawn {drawn} of {count} places · {share} of Σ|a·δ|</source>
        <translation>已畫出 {drawn} / {count} 個位置，佔 Σ|a·δ| 的 {share}</translation>
    </message>
    <message>
        <source>agreement {share}</source>
        <translation>一致度 {share}</translation>
    </message>
    <message>
        <source>positive part, 1 place</source>
        <translation>正的部分，1 處</translation>
    </message>
    <message>
        <source>positive part, {count} places</source>
        <translation>正的部分，{count} 處</translation>
    </message>
    <message>
        <source>negative part, 1 place</source>
        <translation>負的部分，1 處</translation>
    </message>
    <message>
        <source>negative part, {count} places</source>
        <translation>負的部分，{count} 處</translation>
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
        <translation>權重在此遇到邊界的零：沒有貢獻</translation>
    </message>
</context>
<context>
    <name>WeightPagePresenter</name>
    <message>
        <source>This network has no kernels: no weight is shared. Panel 1 offers a CNN.</source>
        <translation>這個網路沒有卷積核：沒有共享的權重。面板 1 中可選 CNN。</translation>
    </message>
</context>
<context>
    <name>WeightValues</name>
    <message>
        <source>weight, the same at every place</source>
        <translation>權重，在每個位置都相同</translation>
    </message>
    <message>
        <source>weight after update {update}, the same at every place</source>
        <translation>第 {update} 次更新後的權重，在每個位置都相同</translation>
    </message>
    <message>
        <source>no right answer is known: no gradient</source>
        <translation>沒有已知的正確答案：沒有梯度</translation>
    </message>
    <message>
        <source>positive parts a·δ</source>
        <translation>正的部分 a·δ</translation>
    </message>
    <message>
        <source>negative parts a·δ</source>
        <translation>負的部分 a·δ</translation>
    </message>
    <message>
        <source>their sum</source>
        <translation>它們的和</translation>
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
        <translation>上次更新的變化量</translation>
    </message>
    <message>
        <source>connections share it</source>
        <translation>條連接共享它</translation>
    </message>
    <message>
        <source>{count} meet the border’s zeros</source>
        <translation>{count} 處遇到邊界的零</translation>
    </message>
    <message>
        <source>kernel {to}, weight ({row}, {column})</source>
        <translation>卷積核 {to}，權重（{row}, {column}）</translation>
    </message>
    <message>
        <source>kernel from map {from} to map {to}, weight ({row}, {column})</source>
        <translation>從圖 {from} 到圖 {to} 的卷積核，權重（{row}, {column}）</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Open weights</source>
        <translation>開啟權重</translation>
    </message>
    <message>
        <source>A file of weights from PyTorch holds numbers, not what is between them. With another activation the same weights are another function.</source>
        <translation>PyTorch 的權重檔案只有數值，不含層間的活化函數。換一個活化函數，同樣的權重就是另一個函數。</translation>
    </message>
    <message>
        <source>{name} has the layers {sizes}, but does not say which activation function its hidden layers have.</source>
        <translation>{name} 的各層為 {sizes}，但沒有說明隱藏層用哪個活化函數。</translation>
    </message>
    <message>
        <source>Activation function of the hidden layers</source>
        <translation>隱藏層的活化函數</translation>
    </message>
    <message>
        <source>What stands behind each Linear in the code that the file was saved by</source>
        <translation>儲存該檔案的程式碼裡，每個 Linear 之後的活化函數</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Begin a run with these weights</source>
        <translation>用這些權重開始新的訓練</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>一切保持不變</translation>
    </message>
</context>
<context>
    <name>WeightsPresenter</name>
    <message>
        <source>Export weights</source>
        <translation>匯出權重</translation>
    </message>
    <message>
        <source>safetensors, for PyTorch and Keras (*.safetensors)</source>
        <translation>safetensors，用於 PyTorch 和 Keras (*.safetensors)</translation>
    </message>
    <message>
        <source>NPZ, for NumPy (*.npz)</source>
        <translation>NPZ，用於 NumPy (*.npz)</translation>
    </message>
    <message>
        <source>The code is on the clipboard. It loads {name}.</source>
        <translation>程式碼已複製到剪貼簿，它載入 {name}。</translation>
    </message>
    <message>
        <source>The code is on the clipboard. It loads {name}, which is not there yet: export the weights.</source>
        <translation>程式碼已複製到剪貼簿，它載入 {name}；這個檔案還沒有：請匯出權重。</translation>
    </message>
    <message>
        <source>Its x is standardised: mean and deviation of each column stand in it.</source>
        <translation>其中的 x 已標準化：程式碼中有每一欄的平均值和標準差。</translation>
    </message>
    <message>
        <source>Export weights…</source>
        <translation>匯出權重…</translation>
    </message>
    <message>
        <source>{path}: a file of weights ends in .safetensors or .npz.</source>
        <translation>{path}：權重檔案的名稱以 .safetensors 或 .npz 結尾。</translation>
    </message>
    <message>
        <source>The weights of update {update} are saved: {path}.</source>
        <translation>更新 {update} 的權重已儲存：{path}。</translation>
    </message>
    <message>
        <source>The network reads standardised columns, (value − mean) / deviation: the file has both numbers of each.</source>
        <translation>該網路讀入的是標準化的欄，即（數值 − 平均值）/ 標準差：檔案中有每一欄的這兩個數。</translation>
    </message>
    <message>
        <source>Its residual layers are modules of their own: the copied code loads them, a plain Sequential does not.</source>
        <translation>其中的殘差層各是一個單獨的模組：複製的程式碼可以載入，普通的 Sequential 不行。</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>開啟權重</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Some of its layers are modules of their own: the copied code loads them, a plain Sequential does not.</source>
        <translation>其中有些層是單獨的模組：複製的程式碼能載入它們，普通的 Sequential 不能。</translation>
    </message>
</context>
<context>
    <name>WeightsRefusal</name>
    <message>
        <source>{path} has {count} bytes: a file of weights may have {limit}.</source>
        <translation>{path} 有 {count} 位元組：權重檔案最多 {limit} 位元組。</translation>
    </message>
    <message>
        <source>{path} is no whole safetensors file: save it again with safetensors.torch.save_file.</source>
        <translation>{path} 不是完整的 safetensors 檔案：請用 safetensors.torch.save_file 重新儲存。</translation>
    </message>
    <message>
        <source>{path} has a header of {count} bytes: it may have {limit}.</source>
        <translation>{path} 的檔頭有 {count} 位元組：最多 {limit} 位元組。</translation>
    </message>
    <message>
        <source>{path} is a session of Backlight, not a file of weights: open it with File, Open.</source>
        <translation>{path} 是 Backlight 的工作階段檔案，不是權重檔案：請用「檔案」選單的「開啟」。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} is no Linear of a Sequential ({name}, {shape}), and only such and their activations can be opened.</source>
        <translation>{path}：層 {layer} 不是 Sequential 中的 Linear（{name}，{shape}），只能開啟 Linear 及其活化函數。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} lies in a module of its own ({name}): only a Linear directly in the Sequential can be opened.</source>
        <translation>{path}：層 {layer} 在一個單獨的模組裡（{name}）：只能開啟直接放在 Sequential 中的 Linear。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has the shape {shape}: each Linear needs inputs and outputs.</source>
        <translation>{path}：層 {layer} 的形狀是 {shape}：每個 Linear 都要有輸入和輸出。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has a bias of shape {shape}: with {count} outputs it is ({count},).</source>
        <translation>{path}：層 {layer} 的偏權值形狀是 {shape}：有 {count} 個輸出時應為 ({count},)。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has numbers of type {type}: save them as float32.</source>
        <translation>{path}：層 {layer} 的數值類型是 {type}：請儲存為 float32。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has a number that is not finite, or too large for single precision.</source>
        <translation>{path}：層 {layer} 中有非有限的數，或超出單精度範圍的數。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes {count} numbers, and layer {before} gives {expected}.</source>
        <translation>{path}：層 {layer} 需要 {count} 個數，而層 {before} 給出 {expected} 個。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes {count} numbers and gives {outputs}: to be added to its input it gives as many as it takes.</source>
        <translation>{path}：層 {layer} 需要 {count} 個數，給出 {outputs} 個：要與輸入相加，兩者必須相同。</translation>
    </message>
    <message>
        <source>{path} has {count} layers: there may be {limit}.</source>
        <translation>{path} 有 {count} 層：最多 {limit} 層。</translation>
    </message>
    <message>
        <source>{path} has {count} parameters: there may be {limit}.</source>
        <translation>{path} 有 {count} 個參數：最多 {limit} 個。</translation>
    </message>
    <message>
        <source>{path} names {count} activations for {layers} layers: one for each is needed.</source>
        <translation>{path} 為 {layers} 層寫了 {count} 個活化函數：每層需要一個。</translation>
    </message>
    <message>
        <source>{path} says twice what the activation of layer {number} is: {name} in activations, {expected} in modules. Make them the same, or save it without activations.</source>
        <translation>{path} 對第 {number} 層的活化函數有兩種說法：activations 中是 {name}，modules 中是 {expected}。請改成一致，或儲存時不帶 activations。</translation>
    </message>
    <message>
        <source>{path}: the activation of layer {layer} is {name}; these can be opened: {known}.</source>
        <translation>{path}：層 {layer} 的活化函數是 {name}；可以開啟的有：{known}。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes {count} numbers, and an example has {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：層 {layer} 需要 {count} 個數，而一個樣本有 {expected} 個：請先在「訓練資料」中選擇合適的樣本。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} gives {count} numbers, and the examples need {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：層 {layer} 給出 {count} 個數，而樣本需要 {expected} 個：請先在「訓練資料」中選擇合適的樣本。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} reads 1 map, and {expected} go into it.</source>
        <translation>{path}：層 {layer} 讀取 1 張特徵圖，而輸入給它的有 {expected} 張。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has a bias of shape {shape}: with 1 output it is (1,).</source>
        <translation>{path}：層 {layer} 的偏權值形狀是 {shape}：有 1 個輸出時應為 (1,)。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes 1 number, and layer {before} gives {expected}.</source>
        <translation>{path}：層 {layer} 需要 1 個數，而層 {before} 給出 {expected} 個。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes 1 number and gives {outputs}: to be added to its input it gives as many as it takes.</source>
        <translation>{path}：層 {layer} 需要 1 個數，給出 {outputs} 個：要與輸入相加，兩者必須相同。</translation>
    </message>
    <message>
        <source>{path} names 1 activation for {layers} layers: one for each is needed.</source>
        <translation>{path} 為 {layers} 層寫了 1 個活化函數：每層需要一個。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} takes 1 number, and an example has {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：層 {layer} 需要 1 個數，而一個樣本有 {expected} 個：請先在「訓練資料」中選擇合適的樣本。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} gives 1 number, and the examples need {expected}: choose examples that suit it first, under Training data.</source>
        <translation>{path}：層 {layer} 給出 1 個數，而樣本需要 {expected} 個：請先在「訓練資料」中選擇合適的樣本。</translation>
    </message>
    <message>
        <source>{path} is no whole NPZ file of weights: save it again with numpy.savez.</source>
        <translation>{path} 不是完整的 NPZ 權重檔案：請用 numpy.savez 重新儲存。</translation>
    </message>
    <message>
        <source>{path} has no layer: the state_dict of a Sequential of Linear layers is needed, or W1, b1, W2 and so on.</source>
        <translation>{path} 中沒有任何層：需要由 Linear 層組成的 Sequential 的 state_dict，或 W1、b1、W2 等陣列。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} is a convolution, and the file does not say its stride, its padding, or what stands around it: save it with metadata={{&quot;modules&quot;: str(model)}}.</source>
        <translation>{path}：層 {layer} 是卷積，但檔案沒有說明它的步幅、填充以及前後有哪些層：請在儲存時加上 metadata={{&quot;modules&quot;: str(model)}}。</translation>
    </message>
    <message>
        <source>{path}: {name} in its metadata key modules cannot be read: it is to be str(model) of a Sequential, with nothing nested in it but Residual.</source>
        <translation>{path}：無法讀取後設資料 modules 中的 {name}：這裡應是一個 Sequential 的 str(model)，其中除 Residual 外不能巢狀其他模組。</translation>
    </message>
    <message>
        <source>{path}: {name} in its metadata key input cannot be read: the shape of one example is needed, as 1, 16, 16.</source>
        <translation>{path}：無法讀取後設資料 input 中的 {name}：這裡應是一個樣本的形狀，例如 1, 16, 16。</translation>
    </message>
    <message>
        <source>{path} does not say how large the pictures are that layer {layer} reads: save it with the metadata key input, as 1, 16, 16, or choose pictures first, under Training data.</source>
        <translation>{path} 沒有說明層 {layer} 讀取的圖片有多大：請在儲存時加上後設資料 input，例如 1, 16, 16，或先在「訓練資料」中選擇圖片。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} is {name}, which cannot be opened there: convolutions and pools need square windows, Flatten stands before Linear, and activations stand behind a layer.</source>
        <translation>{path}：層 {layer} 是 {name}，不能在該處開啟：卷積和池化的視窗必須是正方形，Flatten 在 Linear 之前，活化函數在某一層之後。</translation>
    </message>
    <message>
        <source>{path}: the last layer, {layer}, is {name}: it needs to be a Linear.</source>
        <translation>{path}：最後一層 {layer} 是 {name}：它必須是 Linear。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} does not fit what goes into it ({reason}).</source>
        <translation>{path}：層 {layer} 與它的輸入不符（{reason}）。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} reads {count} maps, and {expected} go into it.</source>
        <translation>{path}：層 {layer} 讀取 {count} 張特徵圖，而輸入給它的有 {expected} 張。</translation>
    </message>
    <message>
        <source>{path}: {name} has the shape {shape}, and its modules need {expected}.</source>
        <translation>{path}：{name} 的形狀是 {shape}，而它的模組需要 {expected}。</translation>
    </message>
    <message>
        <source>{path}: {name} belongs to no module that the file names.</source>
        <translation>{path}：{name} 不屬於檔案所列的任何模組。</translation>
    </message>
    <message>
        <source>{path} takes {count} multiplications for each example: there may be {limit}.</source>
        <translation>{path} 對每個樣本要做 {count} 次乘法：最多 {limit} 次。</translation>
    </message>
    <message>
        <source>{path}: layer {layer} has no {name}: each Linear and each convolution needs its weight and its bias.</source>
        <translation>{path}：層 {layer} 沒有 {name}：每個 Linear 和每個卷積都要有權重和偏權值。</translation>
    </message>
</context>
<context>
    <name>WhatsThisBox</name>
    <message>
        <source>What&apos;s this?</source>
        <translation>這是什麼？</translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Backlight: watch a network learn</source>
        <translation>Backlight：看類神經網路如何學習</translation>
    </message>
    <message>
        <source>Backlight</source>
        <translation>Backlight</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手寫</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Draw and Inspect</source>
        <translation>手寫與查看</translation>
    </message>
    <message>
        <source>Let this panel float, or put it back</source>
        <translation>讓此面板浮動，或放回原位</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>曲線圖</translation>
    </message>
    <message>
        <source>The three steps</source>
        <translation>三個步驟</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Projector layout: Esc brings the panels back.</source>
        <translation>投影版面：按 Esc 恢復各面板。</translation>
    </message>
    <message>
        <source>Projector layout: {key} or Esc brings the panels back.</source>
        <translation>投影版面：按 {key} 或 Esc 恢復各面板。</translation>
    </message>
    <message>
        <source>{name}[*] – Backlight</source>
        <translation>{name}[*] – Backlight</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
</context>
<context>
    <name>WindowSide</name>
    <message>
        <source>A click or Enter shows it to the network, and pins the cell.</source>
        <translation>點一下或按 Enter，讓網路看它，並固定該格。</translation>
    </message>
    <message>
        <source>The chosen window in its picture</source>
        <translation>所選視窗在其影像中的位置</translation>
    </message>
    <message>
        <source>The whole training picture; the frame is what the chosen cell sees of it, through all layers before.</source>
        <translation>整張訓練影像；方框是所選的格透過前面各層從中看到的部分。</translation>
    </message>
</context>
<context>
    <name>WindowTiles</name>
    <message>
        <source>The windows that excite the filter most</source>
        <translation>最能激發該卷積核的視窗</translation>
    </message>
    <message>
        <source>The pieces of training pictures at which this feature map’s cells answer most, the largest answer first; of each picture only one. Below each stands a, and the picture’s class. Choose one with the arrow keys; Enter or a click shows the whole picture to the network, and pins the cell.</source>
        <translation>使該特徵圖的格給出最大回答的訓練影像片段，從大到小；每張影像只取一個。每個下面是 a 和影像的類別。用方向鍵選擇；按 Enter 或點一下，讓網路看整張影像，並固定該格。</translation>
    </message>
</context>
</TS>
