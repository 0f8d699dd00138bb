import '@xyflow/react/dist/style.css';
import { ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { thousandNodes } from './thousand-nodes.ts';

const graph = thousandNodes();
const firstNodes = Object.values(graph.nodes).map(({ id, title, position }) => ({
  id: id as string,
  position,
  width: 212,
  height: 72,
  data: { label: title },
}));
const firstEdges = Object.values(graph.edges).map(({ id, from, to }) => ({
  id: id as string,
  source: from,
  target: to,
}));

/** React Flow as it comes, with the same nodes and edges and the same ways to pan. */
function Bare() {
  const [nodes, , onNodesChange] = useNodesState(firstNodes);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  return (
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onlyRenderVisibleElements
        panOnScroll
        minZoom={0.05}
        maxZoom={1.6}
        fitView
      />
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Bare />);
