import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './fonts.css';
import './style.css';

createRoot(document.getElementById('root')!).render(<App />);
